using LearningDev.Content.Editing.Changing;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Unpublishing;

[RequiresPermission("PublishContent")]
internal sealed class UnpublishItemModel(ContentItems items, ContentUses uses) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The other items that refer to this one.</summary>
    public ItemUses Uses { get; private set; } = new(0, []);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await items.FindAsync(Id, VersionChoice.Published, cancellation) is not { } item)
        {
            return NotFound();
        }

        Name = ItemNames.Of(item.DisplayText);
        Uses = await uses.FindAsync(Id, except: Id, ItemNames.UsesShown, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // A second click comes when the first has unpublished it.
        if (!await items.UnpublishAsync(Id, cancellation) && await items.FindAsync(Id, VersionChoice.Latest, cancellation) is null)
        {
            return NotFound();
        }

        SavedNotice.Say(TempData, "It is no longer on the portal. What was written is a draft now");
        return Redirect(ContentLinks.Edit(Id));
    }
}
