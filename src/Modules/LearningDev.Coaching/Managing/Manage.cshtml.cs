using System.Globalization;
using System.Text;
using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Coaching.Managing;

/// <summary>All coaches for HR: how they stand and what is due, also as a file (COA-01).</summary>
[RequiresPermission("ManageCoaching"), RecordsReading("Coaches")]
internal sealed class ManageModel(CoachReport report) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true, Name = "pool")]
    public string? ChosenPool { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? ChosenShown { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public ReportFilter Filter { get; private set; } = null!;

    public ReportPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Pools { get; private set; } = [];

    public static IEnumerable<SelectListItem> Shown =>
    [
        new("All coaches", nameof(CoachShown.All)), new("Waiting for HR", nameof(CoachShown.Waiting)), new("Can be found", nameof(CoachShown.InView)), new("Something runs out soon", nameof(CoachShown.DueSoon)),
        new("Something has run out", nameof(CoachShown.Lapsed)), new("Taking nobody on", nameof(CoachShown.Paused)), new("Have left", nameof(CoachShown.Left)), new("Not approved or withdrawn", nameof(CoachShown.NotApproved)),
    ];

    public string CsvUrl => Address(("handler", "Csv"));

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Filter is null ? null : new AuditSubject("Coaching", Filter.Shown.ToString(), "Coaches");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        List = await report.PageAsync(Filter, int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var text = new StringBuilder("Coach,State,Standing,Qualification,Coaching now,Capacity,Supervision holds until,Qualification holds until\r\n");
        foreach (var line in await report.AllAsync(Filter, cancellation))
        {
            text.AppendJoin(
                ',', CsvText.Cell(line.Name), CsvText.Cell(CoachWords.State(line.State)), CsvText.Cell(line.Words), CsvText.Cell(line.Qualification), line.Open.ToString(CultureInfo.InvariantCulture),
                line.Capacity.ToString(CultureInfo.InvariantCulture), Words(line.SupervisionUntil), Words(line.QualificationUntil)).Append("\r\n");
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, "coaches.csv");
    }

    public string UrlOfPage(int page) => Address(("p", page.ToString(CultureInfo.InvariantCulture)));

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var pools = await report.PoolsAsync(cancellation);
        Pools = [.. pools.Select(pool => new SelectListItem(pool.Name, pool.Id))];
        Filter = new ReportFilter(
            pools.FirstOrDefault(pool => pool.Id == ChosenPool)?.Id ?? "", Enum.TryParse<CoachShown>(ChosenShown, out var shown) && Enum.IsDefined(shown) ? shown : CoachShown.All);
    }

    private string Address(params (string Name, string Value)[] more) => Url.Content("~" + CoachingLinks.Manage) + QueryString.Create(
        new[] { ("pool", Filter.PoolId), ("show", Filter.Shown == CoachShown.All ? "" : Filter.Shown.ToString()) }.Concat(more)
            .Where(pair => pair.Item2.Length > 0).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)));

    private static string Words(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
