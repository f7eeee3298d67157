using System.Text.RegularExpressions;
using LearningDev.Content.Definitions;
using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Creating;

[RequiresPermission("EditContent")]
internal sealed partial class NewItemModel(
    ContentItems items, ContentForms forms, ContentEditing editing, ContentDefinitions definitions, FieldDefaults defaults, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <summary>The id that the item gets. The form has it from the beginning, so that a second click does not make a second item.</summary>
    [BindProperty]
    public string? ItemId { get; set; }

    public ContentForm Form { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await TypeAsync(cancellation) is not { } type)
        {
            return NotFound();
        }

        var item = items.New(type.Name);
        ItemId = item.ContentItemId;
        await defaults.FillAsync(item, cancellation);
        return await ShowAsync(type, item, form: null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = new PostedForm(await Request.ReadFormAsync(cancellation));
        if (await TypeAsync(cancellation) is not { } type || ItemId is null || !IdShape().IsMatch(ItemId))
        {
            return NotFound();
        }

        if (form.Button.Name == FormAction.Publish && !MayPublish)
        {
            return Forbid();
        }

        var item = (await items.CurrentAsync(ItemId, cancellation)) is [var newest, ..] ? newest : null;
        if (item is null)
        {
            item = items.New(type.Name);
            item.ContentItemId = ItemId;
        }
        else if (item.ContentType != type.Name)
        {
            return NotFound();
        }

        switch (await editing.ApplyAsync(type, item, form, new VersionMark("", 0), cancellation))
        {
            case EditOutcome.Saved saved:
                SavedNotice.Say(TempData, saved.Published ? $"{item.DisplayText} is published" : $"The draft of {item.DisplayText} is saved");
                return Redirect(ContentLinks.Edit(ItemId));
            case EditOutcome.Refused refused:
                refused.AddTo(ModelState);
                break;
            case EditOutcome.Conflict:
                ModelState.AddModelError("", "This form has been saved already. Open the item from the list of content to change it");
                break;
            default:
                break;
        }

        return await ShowAsync(type, item, form, cancellation);
    }

    private async Task<ContentTypeDefinition?> TypeAsync(CancellationToken cancellation)
    {
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        return (await definitions.GetAsync(cancellation)).FindType(Type) is { TypeSettings.Creatable: true } type ? type : null;
    }

    private async Task<IActionResult> ShowAsync(ContentTypeDefinition type, ContentItem item, PostedForm? form, CancellationToken cancellation)
    {
        form?.Keep(ModelState);
        Form = await forms.ShowAsync(type, item, form, cancellation);
        return Page();
    }

    [GeneratedRegex("^[0-9a-z]{26}$")]
    private static partial Regex IdShape();
}
