using System.Globalization;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Menus;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Mine;

/// <summary>The person's coaching and mentoring, and what waits for them (COA-02, MEN-01).</summary>
[RequiresPermission("UsePartnerships")]
internal sealed class MineModel(OwnList own, Menu menu) : PageModel
{
    public OwnListPage List { get; private set; } = null!;

    /// <summary>Where partners are found.</summary>
    public IReadOnlyList<MenuEntry> Ways { get; private set; } = [];

    public bool OnlyOpen { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "p")] string? page, string? show, CancellationToken cancellation)
    {
        OnlyOpen = show == "open";
        Ways = await menu.BelowAsync(MenuPlace.Main, PartnershipLinks.Mine);
        List = await own.PageAsync(OnlyOpen, int.TryParse(page, CultureInfo.InvariantCulture, out var number) ? number : 1, cancellation);
    }

    public string UrlOfPage(int page) => Url.Content("~" + PartnershipLinks.Mine) + string.Create(CultureInfo.InvariantCulture, $"?p={page}{(OnlyOpen ? "&show=open" : "")}");
}
