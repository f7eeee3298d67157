using LearningDev.Catalogue.Entries;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Equality;

[RequiresPermission("EditContent")]
internal sealed class AssessModel(ContentItems items, ContentDefinitions definitions, Assessments assessments) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public AssessedItem Entry { get; private set; } = null!;

    public string Name => Entry.Item.DisplayText.Length > 0 ? Entry.Item.DisplayText : "Without a title";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } item)
        {
            return NotFound();
        }

        Entry = new AssessedItem(item, await assessments.StateAsync(item, cancellation));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await FindAsync(cancellation) is { } item ? Redirect(CatalogueLinks.Edit(await assessments.StartAsync(item, cancellation))) : NotFound();

    private async Task<ContentItem?> FindAsync(CancellationToken cancellation) =>
        await items.FindAsync(Id, VersionChoice.Latest, cancellation) is { } item && LearningKinds.IsLearning(await definitions.GetAsync(cancellation), item.ContentType)
            ? item
            : null;
}
