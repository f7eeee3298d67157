using LearningDev.Content.Editing.Bin;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Versions;

[RequiresPermission("EditContent")]
internal sealed class ItemVersionsModel(ItemHistory history, ContentBin bin, AuthorNames authors, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public HistoryPage History { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    /// <summary>What the bin knows of the item; null when it is not there.</summary>
    public BinnedItem? Binned { get; private set; }

    public string RemovedBy { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        if (await history.PageAsync(Id, int.TryParse(number, out var page) ? page : 1, cancellation) is not { } found)
        {
            return NotFound();
        }

        History = found;
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
        Binned = found.State == ItemState.Removed ? await bin.FindAsync(Id, cancellation) : null;
        RemovedBy = Binned is null ? "" : (await authors.FindAsync([Binned.RemovedBy], cancellation))[Binned.RemovedBy];
        return Page();
    }

    public string UrlOfPage(int page) => page > 1 ? $"{ContentLinks.Versions(Id)}?page={page}" : ContentLinks.Versions(Id);
}
