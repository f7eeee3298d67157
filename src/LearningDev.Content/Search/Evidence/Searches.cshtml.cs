using System.Globalization;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Content.Search.Evidence;

[RequiresPermission("ViewSearchEvidence")]
internal sealed class SearchesModel(SearchEvidenceReader evidence, RolePermissions permissions) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "days")]
    public string? Days { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "order")]
    public string? Order { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public EvidenceFilter Filter { get; private set; } = null!;

    public EvidencePage List { get; private set; } = null!;

    /// <summary>True for those who may write the content that helps searches.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>The query of this list, for the way back to it.</summary>
    public string Back => Request.QueryString.HasValue ? Query(List.Page).ToString() : "";

    public string CsvUrl => SearchesLinks.Csv + Query(1);

    public static IEnumerable<SelectListItem> Shows =>
    [
        new("All searches", nameof(EvidenceShow.All)),
        new("Searches that found nothing", nameof(EvidenceShow.Nothing)),
        new("Nobody opened a result", nameof(EvidenceShow.Unopened)),
    ];

    public static IEnumerable<SelectListItem> Periods => EvidenceFilter.Periods.Select(days => new SelectListItem(
        days == 365 ? "The last year" : $"The last {days} days", days.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Orders =>
    [
        new("Most often first", nameof(EvidenceOrder.Often)),
        new("Last searched first", nameof(EvidenceOrder.Newest)),
        new("A to Z", nameof(EvidenceOrder.Words)),
    ];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Filter = EvidenceFilter.Read(Show, Days, Words, Order);

        // The boxes show what is listed, also when the address said something else.
        ModelState.Clear();
        List = await evidence.ReadAsync(Filter, int.TryParse(PageNumber, out var page) ? page : 1, cancellation);
        MayEdit = await permissions.MayAsync(User, ContentModule.EditContent.Name);
    }

    public string UrlOfPage(int page) => SearchesLinks.List + Query(page);

    private QueryBuilder Query(int page)
    {
        QueryBuilder query = [];
        query.Add("show", Filter.Show.ToString());
        query.Add("days", Filter.Days.ToString(CultureInfo.InvariantCulture));
        query.Add("order", Filter.Order.ToString());
        if (!string.IsNullOrWhiteSpace(Words))
        {
            query.Add("q", Words);
        }

        if (page > 1)
        {
            query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        }

        return query;
    }
}
