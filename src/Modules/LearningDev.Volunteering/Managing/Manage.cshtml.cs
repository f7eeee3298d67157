using System.Globalization;
using System.Text;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Volunteering.Managing;

/// <summary>Everybody's claims, for HR, also as a file (VOL-02).</summary>
[RequiresPermission("ManageVolunteering"), RecordsReading("Claims for volunteering")]
internal sealed class ManageModel(VolunteeringReport report) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? ChosenYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "directorate")]
    public string? ChosenDirectorate { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? ChosenState { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public ReportFilter Filter { get; private set; } = null!;

    public ReportPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Directorates { get; private set; } = [];

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ClaimState>().Where(state => state != ClaimState.Draft).Select(state => new SelectListItem(ClaimWords.Of(state), state.ToString()));

    public string Year => Words(Filter.YearStart);

    public string CsvUrl => Address(("handler", "Csv"));

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Filter is null ? null : new AuditSubject("Volunteering", Year, $"Claims of the leave year from {DateWords.Day(Filter.YearStart)}");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        List = await report.PageAsync(Filter, int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var text = new StringBuilder("Person,Directorate,Organisation,State,Own time in hours,Leave in hours,Taken in hours\r\n");
        foreach (var line in await report.AllAsync(Filter, cancellation))
        {
            text.AppendJoin(
                ',', CsvText.Cell(line.Person), CsvText.Cell(line.Directorate), CsvText.Cell(line.Organisation), CsvText.Cell(ClaimWords.Of(line.State)),
                Hours.Number(line.OwnMinutes), Hours.Number(line.LeaveMinutes), Hours.Number(line.TakenMinutes)).Append("\r\n");
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, "volunteering.csv");
    }

    public string UrlOfPage(int page) => Address(("p", page.ToString(CultureInfo.InvariantCulture)));

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var years = await report.YearsAsync(cancellation);
        var directorates = await report.DirectoratesAsync(cancellation);
        Years = [.. years.Select(year => new SelectListItem(year.Name, Words(year.Start)))];
        Directorates = [.. directorates.Select(unit => new SelectListItem(unit.Name, unit.Id))];
        Filter = new ReportFilter(
            (years.FirstOrDefault(year => Words(year.Start) == ChosenYear) ?? years[0]).Start,
            directorates.FirstOrDefault(unit => unit.Id == ChosenDirectorate)?.Id ?? "",
            Enum.TryParse<ClaimState>(ChosenState, out var state) && state != ClaimState.Draft && Enum.IsDefined(state) ? state : null);
    }

    private string Address(params (string Name, string Value)[] more) => Url.Content("~" + VolunteeringLinks.Manage) + QueryString.Create(
        new[] { ("year", Year), ("directorate", Filter.DirectorateId), ("state", Filter.State?.ToString() ?? "") }.Concat(more)
            .Where(pair => pair.Item2.Length > 0).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)));

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
