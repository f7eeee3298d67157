using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.ForYou;

[RequiresPermission("ViewCatalogue")]
internal sealed class SetAsideModel(Dismissing dismissing) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public DismissedPage List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellation) =>
        List = await dismissing.PageAsync(int.TryParse(PageNumber, out var page) ? page : 1, cancellation);

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation)
    {
        var title = await dismissing.UndoAsync(id ?? "", cancellation);
        TempData[PageFrame.Message] = title is null ? "It is no longer set aside" : $"{title} may be recommended to you again";
        return Redirect(UrlOfPage(int.TryParse(PageNumber, out var page) ? page : 1));
    }

    public string UrlOfPage(int page) => Url.Content("~" + CatalogueLinks.SetAside) + (page > 1 ? $"?p={page}" : "");
}
