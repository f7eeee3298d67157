using System.Globalization;
using System.Text;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Plans.Managing;

/// <summary>Who has completed a plan, whose is due or overdue, and what members need in common, also as files (MEM-03).</summary>
[RequiresPermission("ReadMemberPlans"), RecordsReading("Personal development plans of members")]
internal sealed class PlansModel(AllPlans plans, ISettings settings) : PageModel, IReadingSubject
{
    /// <summary>The most needs that the page lists; the file has all.</summary>
    public const int MostNeeds = 25;

    [BindProperty(SupportsGet = true, Name = "stage")]
    public string? ChosenStage { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? ChosenPage { get; set; }

    public PlanStage? Stage { get; private set; }

    public IReadOnlyList<PlanLine> Lines { get; private set; } = [];

    public IReadOnlyList<CommonNeed> Needs { get; private set; } = [];

    public int Total { get; private set; }

    public int All { get; private set; }

    public int Completed { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public static IEnumerable<SelectListItem> Stages => Enum.GetValues<PlanStage>().Select(stage => new SelectListItem(new PlanStanding(stage, default).Words, stage.ToString()));

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => new("MemberPlans", "all", "Personal development plans of members");

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Stage = Enum.TryParse<PlanStage>(ChosenStage, out var stage) && Enum.IsDefined(stage) ? stage : null;
        var all = await plans.ReadAsync(cancellation);
        var fits = all.Where(line => Stage is null || line.Standing.Stage == Stage).ToList();
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        (All, Completed, Total) = (all.Count, all.Count(line => line.Standing.IsComplete), fits.Count);
        Pages = Math.Max(1, (Total + size - 1) / size);
        PageNumber = Math.Clamp(int.TryParse(ChosenPage, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, Pages);
        Lines = [.. fits.Skip((PageNumber - 1) * size).Take(size)];
        Needs = [.. (await plans.NeedsAsync(cancellation)).Take(MostNeeds)];
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation) => Csv(
        "members-plans.csv", "Member,Group,Plan,Completed on,Next by",
        (await plans.ReadAsync(cancellation)).Select(line => (string[])[line.Name, line.Group, line.Standing.Words, Day(line.CompletedOn), Day(line.Standing.DueOn)]));

    public async Task<IActionResult> OnGetNeedsCsvAsync(CancellationToken cancellation) => Csv(
        "members-needs.csv", "Need,Kind,Members,High",
        (await plans.NeedsAsync(cancellation)).Select(need => (string[])[need.About, NeedWords.Of(need.Area), $"{need.Members}", $"{need.High}"]));

    public string UrlOfPage(int page) => $"{Url.Content("~" + PlanLinks.Manage)}?stage={Stage}{(page > 1 ? $"&p={page}" : "")}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private FileContentResult Csv(string name, string heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder(heads).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(CsvText.Cell)).Append("\r\n");
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, name);
    }
}
