using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Items;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Removing;

[RequiresPermission("PublishContent")]
internal sealed class RemoveItemModel(ContentItems items, ContentUses uses, ContentBin bin, ISettings settings) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The other items that refer to this one.</summary>
    public ItemUses Uses { get; private set; } = new(0, []);

    /// <summary>How many days the bin keeps it; 0 for good.</summary>
    public int KeptDays { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await items.FindAsync(Id, VersionChoice.Latest, cancellation) is not { } item)
        {
            return NotFound();
        }

        Name = ItemNames.Of(item.DisplayText);
        KeptDays = (await settings.GetAsync<ContentLifeSettings>(cancellation)).BinDays;
        Uses = await uses.FindAsync(Id, except: Id, ItemNames.UsesShown, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // A second click comes when the first has removed it.
        if (!await items.RemoveAsync(Id, cancellation) && await bin.FindAsync(Id, cancellation) is null)
        {
            return NotFound();
        }

        return Redirect(ContentLinks.Versions(Id));
    }
}
