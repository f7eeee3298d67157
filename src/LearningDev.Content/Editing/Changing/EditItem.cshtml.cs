using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Unsaved;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Changing;

[RequiresPermission("EditContent")]
internal sealed class EditItemModel(
    ContentItems items, ContentForms forms, ContentEditing editing, ContentDefinitions definitions, RolePermissions permissions, AuthorNames authors,
    OpenForms open, FormFrames frames, EditorWords words)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>The form whose text is brought back; null to begin from what is saved.</summary>
    [FromQuery(Name = UnsavedLinks.FormQuery)]
    public string? BringBack { get; set; }

    public ContentItem Item { get; private set; } = null!;

    public ContentItem? Published { get; private set; }

    public ContentForm Form { get; private set; } = null!;

    public FormFrame Frame { get; private set; } = null!;

    public ItemState State { get; private set; }

    public bool MayPublish { get; private set; }

    public string SavedBy { get; private set; } = "";

    /// <summary>The version that the form begins from.</summary>
    public VersionMark ReadAs { get; private set; } = null!;

    /// <summary>True when the item was removed while the form was open.</summary>
    public bool WasRemoved { get; private set; }

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

        ReadAs = VersionMark.Of(Item);
        if (await open.FindAsync(BringBack, cancellation) is not { } work || work.ContentItemId != Id)
        {
            return await ShowAsync(type, form: null, formId: null, cancellation);
        }

        var form = new PostedForm(work.Typed);
        if (form.ReadAs != ReadAs)
        {
            return Redirect(UnsavedLinks.Merge(Id, work.FormId));
        }

        var saved = Item.Copy();
        await forms.ReadAsync(type, Item, form, cancellation);
        await ShowAsync(type, form, work.FormId, cancellation, saved);
        Frame = Frame with { BroughtBackFrom = await words.FromAsync(work.KeptUtc) };
        return Page();
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

        ReadAs = form.ReadAs;
        var saved = Item.Copy();
        switch (await editing.ApplyAsync(type, Item, form, cancellation))
        {
            case EditOutcome.Saved done:
                SavedNotice.Say(TempData, done.Published ? $"{Item.DisplayText} is published" : $"The draft of {Item.DisplayText} is saved");
                return Redirect(ContentLinks.Edit(Id));
            case EditOutcome.Kept kept:
                return Redirect(UnsavedLinks.Merge(Id, kept.FormId));
            case EditOutcome.Refused refused:
                refused.AddTo(ModelState);
                break;
            case EditOutcome.Conflict:
                TellThatItWasRemoved(form);
                break;
            default:
                break;
        }

        return await ShowAsync(type, form, form.Id, cancellation, saved);
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

    private void TellThatItWasRemoved(PostedForm form)
    {
        WasRemoved = true;
        // Once it is restored, saving again is the editor's decision.
        ReadAs = VersionMark.Of(Item);
        ModelState.AddModelError("", "Your changes are not saved yet, because the item was removed by somebody else after you opened it");
        foreach (var error in form.Errors)
        {
            ModelState.AddModelError(error.Key, error.Message);
        }
    }

    private async Task<IActionResult> ShowAsync(
        ContentTypeDefinition type, PostedForm? form, string? formId, CancellationToken cancellation, ContentItem? saved = null)
    {
        form?.Keep(ModelState);
        SavedBy = (await authors.FindAsync([Item.Author], cancellation))[Item.Author];
        Form = await forms.ShowAsync(type, Item, form, cancellation);
        Frame = await frames.OfItemAsync(type, saved ?? Item, formId, cancellation) with { IsUnsaved = form is not null };
        return Page();
    }
}
