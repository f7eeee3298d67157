using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Recommending;

[RequiresPermission("ViewCatalogue")]
internal sealed class SentModel(SentRecommendationList sent) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public SentPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        List = await sent.PageAsync(int.TryParse(PageNumber, out var page) ? page : 1, cancellation);

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation)
    {
        await sent.WithdrawAsync(id ?? "", cancellation);
        TempData[PageFrame.Message] = "The recommendation is taken back";
        return Redirect(UrlOfPage(int.TryParse(PageNumber, out var page) ? page : 1));
    }

    public string UrlOfPage(int page) => Url.Content("~" + CatalogueLinks.Sent) + (page > 1 ? $"?p={page}" : "");
}
