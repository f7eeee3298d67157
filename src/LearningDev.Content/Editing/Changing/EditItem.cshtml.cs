using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Changing;

[RequiresPermission("EditContent")]
internal sealed class EditItemModel(
    ContentItems items, ContentForms forms, ContentEditing editing, ContentDefinitions definitions, RolePermissions permissions, AuthorNames authors)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? VersionId { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public ContentItem? Published { get; private set; }

    public ContentForm Form { get; private set; } = null!;

    public ItemState State { get; private set; }

    public bool MayPublish { get; private set; }

    public string SavedBy { get; private set; } = "";

    public bool IsConflict { get; private set; }

    public string? Address => Published?.As<AutoroutePart>().Path is { Length: > 0 } path ? $"/{path}" : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } type)
        {
            return NotFound();
        }

        if (!Item.Latest || Item.ArchivedUtc is not null)
        {
            return Redirect(ContentLinks.Versions(Id));
        }

        return await ShowAsync(type, form: null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = new PostedForm(await Request.ReadFormAsync(cancellation));
        if (await LoadAsync(cancellation) is not { } type)
        {
            return NotFound();
        }

        if (form.Button.Name == FormAction.Publish && !MayPublish)
        {
            return Forbid();
        }

        var outcome = await editing.ApplyAsync(type, Item, form, new VersionMark(VersionId ?? "", Revision), cancellation);
        switch (outcome)
        {
            case EditOutcome.Saved saved:
                SavedNotice.Say(TempData, saved.Published ? $"{Item.DisplayText} is published" : $"The draft of {Item.DisplayText} is saved");
                return Redirect(ContentLinks.Edit(Id));
            case EditOutcome.Refused refused:
                refused.AddTo(ModelState);
                return await ShowAsync(type, form, cancellation);
            case EditOutcome.Conflict:
                return await ShowConflictAsync(type, form, cancellation);
            default:
                return await ShowAsync(type, form, cancellation);
        }
    }

    private async Task<ContentTypeDefinition?> LoadAsync(CancellationToken cancellation)
    {
        var versions = await items.CurrentAsync(Id, cancellation);
        if (versions.Count == 0 || (await definitions.GetAsync(cancellation)).FindType(versions[0].ContentType) is not { } type)
        {
            return null;
        }

        Published = versions.FirstOrDefault(version => version.Published);
        Item = versions.FirstOrDefault(version => version.Latest) ?? versions[0];
        State = ItemStates.Of(Item.Latest, Item.Published, Published is not null);
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        return type;
    }

    private async Task<IActionResult> ShowConflictAsync(ContentTypeDefinition type, PostedForm form, CancellationToken cancellation)
    {
        IsConflict = true;
        ModelState.AddModelError("", "Your changes are not saved yet, because the item was saved by somebody else after you opened it");
        foreach (var error in form.Errors)
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        return await ShowAsync(type, form, cancellation);
    }

    private async Task<IActionResult> ShowAsync(ContentTypeDefinition type, PostedForm? form, CancellationToken cancellation)
    {
        if (form is null || IsConflict)
        {
            // After a conflict the form begins from the newer version: saving again is the editor's decision.
            ModelState.Remove(nameof(VersionId));
            ModelState.Remove(nameof(Revision));
            (VersionId, Revision) = VersionMark.Of(Item);
        }

        form?.Keep(ModelState);
        SavedBy = (await authors.FindAsync([Item.Author], cancellation))[Item.Author];
        Form = await forms.ShowAsync(type, Item, form, cancellation);
        return Page();
    }
}
