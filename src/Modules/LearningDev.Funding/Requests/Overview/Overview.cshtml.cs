using System.Globalization;
using LearningDev.Funding.Requests.Listing;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Funding.Requests.Overview;

[RequiresPermission("ViewTrainingRequests"), RecordsReading("Training requests")]
internal sealed class OverviewModel(AllRequests requests, RequestDrafts drafts) : PageModel
{
    public static IReadOnlyList<SelectListItem> States { get; } =
    [
        .. Enum.GetValues<RequestState>().Where(state => state != RequestState.Draft)
            .Select(state => new SelectListItem(RequestWords.State(new RequestRow { ItemId = "", PersonId = "", CreatedUtc = default, State = state }), state.ToString())),
    ];

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Classification { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Directorate { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public RequestFilter Filter { get; private set; } = null!;

    public RequestPage List { get; private set; } = null!;

    public RequestWording Words { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Directorates { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Words = await drafts.WordingAsync(cancellation);
        Directorates = [.. (await requests.DirectoratesAsync(cancellation)).Select(unit => new SelectListItem(unit.Name, unit.Id))];
        Filter = new RequestFilter(
            Enum.TryParse<RequestState>(State, out var state) && state != RequestState.Draft ? state : null,
            OneOf(Words.Items("Classification"), Classification), OneOf(Directorates, Directorate), Day(From, "from"), Day(To, "to"));
        List = await requests.PageAsync(Filter, int.TryParse(PageNumber, out var page) ? page : 1, cancellation);
    }

    public string UrlOfPage(int page)
    {
        var query = string.Join('&', ((string[])[Filter.Query, page > 1 ? $"p={page}" : ""]).Where(part => part.Length > 0));
        return Url.Content("~" + FundingLinks.All) + (query.Length > 0 ? $"?{query}" : "");
    }

    // What is not offered narrows nothing.
    private static string OneOf(IEnumerable<SelectListItem> offered, string? chosen) => offered.FirstOrDefault(item => item.Value == chosen)?.Value ?? "";

    private DateOnly? Day(string? text, string key)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        ModelState.AddModelError(key, "Enter a day like 2027-03-31");
        return null;
    }
}
