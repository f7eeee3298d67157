using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Pathways;

/// <summary>The person's pathways, and all others that there are (CAT-07).</summary>
[RequiresPermission("ViewCatalogue")]
internal sealed class PathwaysModel(PathwayService pathways) : PageModel
{
    public PathwayPage Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        Found = await pathways.PageAsync(int.TryParse(number, out var page) ? Math.Max(1, page) : 1, cancellation);
        return Found.Page > Found.Pages ? LocalRedirect(UrlOf(Found.Pages)) : Page();
    }

    public static string UrlOf(int page) => page == 1 ? CatalogueLinks.Pathways : $"{CatalogueLinks.Pathways}?page={page}";
}
