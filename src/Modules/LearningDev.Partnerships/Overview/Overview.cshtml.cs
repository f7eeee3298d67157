using System.Globalization;
using System.Text;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Partnerships.Overview;

/// <summary>What HR sees of coaching and mentoring: numbers of large enough groups, also as a file (COA-03).</summary>
[RequiresPermission("ViewPartnershipFigures")]
internal sealed class OverviewModel(PartnershipOverview overview, PartnershipKinds kinds) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? ChosenKind { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public string? ChosenYear { get; set; }

    public IReadOnlyList<PartnershipKind> Kinds { get; private set; } = [];

    public PartnershipKind? Kind { get; private set; }

    public NamedYear Year { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public OverviewFigures Figures { get; private set; } = null!;

    public string YearValue => Words(Year.Start);

    public string CsvUrl => Url.Content("~" + PartnershipLinks.Overview) + QueryString.Create(new KeyValuePair<string, string?>[] { new("kind", Kind!.Id), new("year", YearValue), new("handler", "Csv") });

    public IReadOnlyList<OverviewTable> Tables =>
    [
        new("By directorate", "Directorate", Figures.Directorates, HasHours: true),
        new("What it is about", "Theme", Figures.Themes),
        new("How it ended", "End", Figures.Ends),
        new("What those say who were helped", "Outcome", Figures.Outcomes),
    ];

    public async Task OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (Kind is null)
        {
            return NotFound();
        }

        var text = new StringBuilder("Table,Group,People,Hours\r\n");
        foreach (var table in Tables)
        {
            foreach (var group in Figures.AreEnough ? table.Groups : [])
            {
                text.AppendJoin(',', CsvText.Cell(table.Title), CsvText.Cell(group.Name), CsvText.Cell(SmallGroups.Band(group.People)), table.HasHours ? Hours(group.Minutes) : "").Append("\r\n");
            }
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, $"{Kind.Id}.csv");
    }

    /// <summary>Whole hours, so that no single meeting shows.</summary>
    public static string Hours(int minutes) => ((minutes + 30) / 60).ToString("0", CultureInfo.InvariantCulture);

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        Kinds = await kinds.AwakeKindsAsync(cancellation);
        Kind = Kinds.FirstOrDefault(kind => kind.Id == ChosenKind) ?? (Kinds.Count > 0 ? Kinds[0] : null);
        if (Kind is not null)
        {
            var years = await overview.YearsAsync(Kind.Id, cancellation);
            Years = [.. years.Select(year => new SelectListItem(year.Name, Words(year.Start)))];
            Year = years.FirstOrDefault(year => Words(year.Start) == ChosenYear) ?? years[0];
            Figures = await overview.ReadAsync(Kind, Year, cancellation);
        }
    }

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A table of the overview, with a bar for each group.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Heading">What its groups are.</param>
/// <param name="Groups">The groups.</param>
/// <param name="HasHours">True when hours stand beside the people.</param>
internal sealed record OverviewTable(string Title, string Heading, IReadOnlyList<Group> Groups, bool HasHours = false)
{
    /// <summary>How long the bar of a group is, from 0 to 100: by the least number of its band, so that it says no more than the words.</summary>
    public int Bar(Group group) => 100 * SmallGroups.Low(group.People) / Math.Max(1, Groups.Max(one => SmallGroups.Low(one.People)));
}
