using LearningDev.Content.Editing.Changing;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Bin;

[RequiresPermission("PublishContent")]
internal sealed class DeleteForGoodModel(ContentBin bin) : PageModel
{
    public string Name { get; private set; } = "";

    /// <summary>How many other items refer to this one.</summary>
    public int Uses { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (await bin.FindAsync(id, cancellation) is not { } binned)
        {
            return NotFound();
        }

        Name = ItemNames.Of(binned.DisplayText);
        Uses = await bin.CountUsesAsync(id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellation)
    {
        // A second click, or somebody else, may have deleted it already.
        if (await bin.FindAsync(id, cancellation) is { } binned && await bin.DeleteAsync(binned, reason: "", cancellation))
        {
            SavedNotice.Say(TempData, $"{ItemNames.Of(binned.DisplayText)} is deleted");
        }

        return Redirect(ContentLinks.Bin);
    }
}
