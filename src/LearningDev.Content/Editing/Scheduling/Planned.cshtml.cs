using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Editing.Scheduling;

[RequiresPermission("EditContent")]
internal sealed class PlannedModel(PlannedChanges plans, RolePermissions permissions) : PageModel
{
    public PlanPage List { get; private set; } = null!;

    public bool MayPublish { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        List = await plans.ListAsync(int.TryParse(number, out var page) ? page : 1, cancellation);
        MayPublish = await permissions.MayAsync(User, ContentModule.PublishContent.Name);
    }

    public static string UrlOfPage(int page) => page > 1 ? $"{ContentLinks.Planned}?page={page}" : ContentLinks.Planned;
}
