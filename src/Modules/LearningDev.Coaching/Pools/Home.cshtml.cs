using System.Globalization;
using LearningDev.Content;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Pools;

/// <summary>The room of coaching: the pools that somebody may use, their coaching and their requests.</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class HomeModel(CoachingHome home, RolePermissions permissions) : PageModel
{
    public HomeView Home { get; private set; } = null!;

    public bool MayManage { get; private set; }

    public bool MayEdit { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, CancellationToken cancellation)
    {
        ModelState.Clear();
        Home = await home.ReadAsync(int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
        MayManage = await permissions.MayAsync(User, CoachingModule.ManageCoaching.Name);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }

    public string UrlOfPage(int page) => Url.Content("~" + CoachingLinks.Home) + string.Create(CultureInfo.InvariantCulture, $"?p={page}");
}
