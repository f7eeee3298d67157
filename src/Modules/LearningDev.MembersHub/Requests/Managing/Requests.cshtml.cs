using System.Globalization;
using System.Text;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests.Listing;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests.Managing;

/// <summary>Everybody's requests that were sent, also as a file, for Democratic Services (MEM-05).</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Members’ training requests")]
internal sealed class RequestsModel(AllRequests requests, Colleagues colleagues) : PageModel, IReadingSubject
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 50_000;

    private HashSet<string> there = [];

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? ChosenState { get; set; }

    [BindProperty(SupportsGet = true, Name = "funding")]
    public string? ChosenFunding { get; set; }

    [BindProperty(SupportsGet = true, Name = "member")]
    public string? ChosenMember { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public RequestFilter Filter { get; private set; } = null!;

    public RequestPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Members { get; private set; } = [];

    public static IEnumerable<SelectListItem> States => Enum.GetValues<MemberRequestState>().Where(state => state != MemberRequestState.Draft)
        .Select(state => new SelectListItem(MemberRequestViews.Words(new MemberRequestRow { ItemId = "", PersonId = "", PersonName = "", State = state }), state.ToString()));

    public static IEnumerable<SelectListItem> Fundings =>
        [new(MemberRequestViews.FundingWords(FundingWays.Personal), FundingWays.Personal), new(MemberRequestViews.FundingWords(FundingWays.Corporate), FundingWays.Corporate)];

    public string CsvUrl => Address(("handler", "Csv"));

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => new("MemberRequests", "all", "Members’ training requests");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        List = await requests.PageAsync(Filter, PageNumber, cancellation);
        there = [.. (await colleagues.FindAllAsync([.. List.Rows.Select(row => row.PersonId).Distinct()], cancellation)).Select(one => one.Id)];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var text = new StringBuilder("Member,Training,Provider,State,Who pays,Sent on,Cost,Invoice,Reference\r\n");
        foreach (var row in await requests.Of(Filter).Take(MostRows).ToListAsync(cancellation))
        {
            text.AppendJoin(
                ',', CsvText.Cell(row.PersonName), CsvText.Cell(row.Title), CsvText.Cell(row.Provider), CsvText.Cell(MemberRequestViews.Words(row)), CsvText.Cell(row.Funding),
                row.SentUtc?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Pence.Number(row.TotalPence), row.InvoicePence is { } paid ? Pence.Number(paid) : "",
                CsvText.Cell(row.InvoiceReference)).Append("\r\n");
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, "members-requests.csv");
    }

    public string NameOf(MemberRequestRow row) => there.Contains(row.PersonId) ? row.PersonName : $"{row.PersonName} (has left)";

    public string UrlOfPage(int page) => Address(("p", page.ToString(CultureInfo.InvariantCulture)));

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var members = await requests.MembersAsync(cancellation);
        Members = [.. members.Select(one => new SelectListItem(one.Name, one.Id))];
        Filter = new RequestFilter(
            Enum.TryParse<MemberRequestState>(ChosenState, out var state) && Enum.IsDefined(state) && state != MemberRequestState.Draft ? state : null,
            ChosenFunding is FundingWays.Personal or FundingWays.Corporate ? ChosenFunding : "",
            members.Any(one => one.Id == ChosenMember) ? ChosenMember! : "");
    }

    private string Address(params (string Name, string Value)[] more) => Url.Content("~" + RequestLinks.Manage) + QueryString.Create(
        new[] { ("state", Filter.State?.ToString() ?? ""), ("funding", Filter.Funding), ("member", Filter.PersonId) }.Concat(more)
            .Where(pair => pair.Item2.Length > 0).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)));
}
