using System.Globalization;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Mine;

/// <summary>The person's coaching and mentoring, and what waits for them (COA-02, MEN-01).</summary>
[RequiresPermission("UsePartnerships")]
internal sealed class MineModel(OwnList own) : PageModel
{
    public OwnListPage List { get; private set; } = null!;

    public bool OnlyOpen { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, string? show, CancellationToken cancellation)
    {
        OnlyOpen = show == "open";
        List = await own.PageAsync(OnlyOpen, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
    }

    public string UrlOfPage(int page) => Url.Content("~" + PartnershipLinks.Mine) + string.Create(CultureInfo.InvariantCulture, $"?p={page}{(OnlyOpen ? "&show=open" : "")}");
}
