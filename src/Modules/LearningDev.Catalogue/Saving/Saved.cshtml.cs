using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Saving;

[RequiresPermission("ViewCatalogue")]
internal sealed class SavedModel(SavedLearning saved) : PageModel
{
    private const string RemovedId = "RemovedId";
    private const string RemovedTitle = "RemovedTitle";

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public SavedPage List { get; private set; } = null!;

    /// <summary>What was taken off the list just now, to be put back at will.</summary>
    public (string Id, string Title)? Removed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        List = await saved.PageAsync(int.TryParse(PageNumber, out var page) ? page : 1, cancellation);
        if (TempData[RemovedId] is string id && TempData[RemovedTitle] is string title)
        {
            Removed = (id, title);
        }
    }

    public async Task<IActionResult> OnPostAddAsync(string? id, string? returnUrl, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(id) || await saved.AddAsync(id, cancellation) is not { } title)
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = $"{title} is saved for later";
        return Back(returnUrl);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id, string? returnUrl, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(id))
        {
            return NotFound();
        }

        var title = await saved.RemoveAsync(id, cancellation);
        if (title is not null && !Url.IsLocalUrl(returnUrl))
        {
            (TempData[RemovedId], TempData[RemovedTitle]) = (id, title);
        }
        else
        {
            TempData[PageFrame.Message] = title is null ? "Removed from your saved learning" : $"{title} is no longer in your saved learning";
        }

        return Back(returnUrl);
    }

    public string UrlOfPage(int page) => Url.Content("~" + CatalogueLinks.Saved) + (page > 1 ? $"?p={page}" : "");

    private IActionResult Back(string? returnUrl) =>
        Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : Redirect(UrlOfPage(int.TryParse(PageNumber, out var page) ? page : 1));
}
