using System.Globalization;
using System.Text;
using LearningDev.MembersHub.Requests.Managing;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Budgets.Managing;

/// <summary>All members' budgets of a year with their sums, also as a file, for Democratic Services (MEM-04).</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Members’ training budgets")]
internal sealed class BudgetsModel(AllBudgets budgets, AllRequests requests, BudgetYears years, ISettings settings) : PageModel, IReadingSubject
{
    private NamedYear? year;

    [BindProperty(SupportsGet = true, Name = "year")]
    public string? ChosenYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? ChosenPage { get; set; }

    public BudgetSheet Sheet { get; private set; } = null!;

    /// <summary>What the corporate budget pays for members' training, in pence.</summary>
    public (long Committed, long Spent) Corporate { get; private set; }

    public IReadOnlyList<BudgetLine> Lines { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public DateOnly YearStart => year!.Start;

    public string Year => Words(YearStart);

    public string CsvUrl => $"{Url.Content("~" + BudgetLinks.ManageBudgets)}?year={Year}&handler=Csv";

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => year is null ? null : new AuditSubject("MemberBudgets", Year, $"Members’ training budgets {year.Name}");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Corporate = await requests.CorporateAsync(year!, cancellation);
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        Pages = Math.Max(1, (Sheet.Lines.Count + size - 1) / size);
        PageNumber = Math.Clamp(int.TryParse(ChosenPage, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, Pages);
        Lines = [.. Sheet.Lines.Skip((PageNumber - 1) * size).Take(size)];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var text = new StringBuilder("Member,Year,Allocated,Committed,Spent,Left,Over\r\n");
        foreach (var line in Sheet.Lines)
        {
            text.AppendJoin(
                ',', CsvText.Cell(line.Name), CsvText.Cell(year!.Name), Pence.Number(line.Balance.Allocated), Pence.Number(line.Balance.Committed), Pence.Number(line.Balance.Spent),
                Pence.Number(line.Balance.Left), Pence.Number(line.Balance.Over)).Append("\r\n");
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, "members-budgets.csv");
    }

    public string UrlOfPage(int page) => $"{Url.Content("~" + BudgetLinks.ManageBudgets)}?year={Year}{(page > 1 ? $"&p={page}" : "")}";

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var all = await years.AllAsync(cancellation);
        var current = await years.CurrentAsync(cancellation);
        year = all.FirstOrDefault(one => Words(one.Start) == ChosenYear) ?? current;
        Years = [.. all.Select(one => new SelectListItem(one.Name, Words(one.Start)))];
        Sheet = await budgets.ReadAsync(year, cancellation);
    }

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
