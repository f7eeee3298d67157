using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Previewing;

[RequiresPermission("EditContent")]
internal sealed class PreviewItemModel(ContentItems items, ContentForms forms, ContentDefinitions definitions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ContentItem Item { get; private set; } = null!;

    public ContentForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var item = await items.FindAsync(Id, VersionChoice.Latest, cancellation);
        if (item is null || (await definitions.GetAsync(cancellation)).FindType(item.ContentType) is not { } type)
        {
            return NotFound();
        }

        Item = item;
        Form = await forms.ShowAsync(type, item, form: null, cancellation);
        return Page();
    }
}
