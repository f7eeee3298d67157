using LearningDev.Catalogue.Search;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.ForYou;

[RequiresPermission("ViewCatalogue")]
internal sealed class ForYouModel(
    RecommendedForYou recommended, Dismissing dismissing, FacetLabels labels, ISettings settings, CurrentPerson person) : PageModel
{
    private const int MandatoryShown = 5;

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public IReadOnlyList<RecommendedCard> Cards { get; private set; } = [];

    /// <summary>The first of what is mandatory and nothing else; it cannot be set aside, and would push all else off the page.</summary>
    public IReadOnlyList<RecommendedCard> Mandatory { get; private set; } = [];

    public string MandatoryUrl { get; private set; } = "";

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation)
    {
        var outcome = await dismissing.DismissAsync(id ?? "", cancellation);
        switch (outcome.Result)
        {
            case DismissResult.NotFound:
                return NotFound();
            case DismissResult.IsMandatory:
                ModelState.AddModelError("", $"{outcome.Title} is mandatory for you, so it cannot be set aside");
                await ShowAsync(cancellation);
                return Page();
            default:
                TempData[PageFrame.Message] = $"{outcome.Title} will not be recommended to you again";
                return Redirect(UrlOfPage(int.TryParse(PageNumber, out var page) ? page : 1));
        }
    }

    public string UrlOfPage(int page) => Url.Content("~" + CatalogueLinks.ForYou) + (page > 1 ? $"?p={page}" : "");

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var all = await recommended.FindAsync(cancellation);
        var ranked = all.Where(one => !one.IsOnlyMandatory).ToList();
        Total = ranked.Count;
        Pages = Math.Max(1, (Total + size - 1) / size);
        Number = Math.Clamp(int.TryParse(PageNumber, out var page) ? page : 1, 1, Pages);
        var mandatory = all.Where(one => one.IsOnlyMandatory).Take(MandatoryShown).ToList();
        var cards = await recommended.CardsAsync([.. mandatory, .. ranked.Skip((Number - 1) * size).Take(size)], cancellation);
        Mandatory = [.. cards.Where(card => card.Why.IsOnlyMandatory)];
        Cards = [.. cards.Where(card => !card.Why.IsOnlyMandatory)];
        MandatoryUrl = CatalogueLinks.Mandatory((await labels.GetAsync(cancellation)).AudiencesOf(person.RoleLevel));
    }
}
