using System.Globalization;
using System.Text;
using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Matrix;

/// <summary>Members against the rules of mandatory training, for Democratic Services, also as a file (MEM-06).</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Mandatory training of members")]
internal sealed class TrainingModel(TrainingMatrix matrix) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "group")]
    public string? ChosenGroup { get; set; }

    [BindProperty(SupportsGet = true, Name = "committee")]
    public string? ChosenBody { get; set; }

    [BindProperty(SupportsGet = true, Name = "standing")]
    public string? ChosenStanding { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public MatrixFilter Filter { get; private set; } = null!;

    public MatrixPage List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Groups { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    public static IEnumerable<SelectListItem> Standings =>
    [
        new("Overdue, or needed to sit", nameof(MatrixStanding.Overdue)), new("Due or overdue", nameof(MatrixStanding.Due)),
        new("May not sit on a committee", nameof(MatrixStanding.NotSitting)), new("All done", nameof(MatrixStanding.Done)),
    ];

    public bool IsFiltered => Filter != new MatrixFilter("", "", null);

    public string CsvUrl => Address(("handler", "Csv"));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        List = await matrix.PageAsync(Filter, int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var page) ? page : 1, cancellation);
    }

    public async Task<IActionResult> OnGetCsvAsync([FromServices] ICompliance compliance, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        var rules = await compliance.RulesAsync(cancellation);
        var text = new StringBuilder("Member,Political group,Training,Standing,By,Last attended,May sit,Why\r\n");
        foreach (var line in await matrix.AllAsync(Filter, cancellation))
        {
            foreach (var rule in rules.Where(rule => line.States.ContainsKey(rule.Key)))
            {
                var state = line.States[rule.Key];
                text.AppendJoin(
                    ',', CsvText.Cell(line.Member.Name), CsvText.Cell(line.Member.GroupName), CsvText.Cell(rule.Name), TrainingWords.Of(state.Standing), Iso(state.DueOn), Iso(state.LastDone),
                    !rule.IsNeededToSit ? "" : state.MaySit ? "Yes" : "No", CsvText.Cell(state.Why)).Append("\r\n");
            }
        }

        return File(CsvText.File(text.ToString()), CsvText.ContentType, "members-training.csv");
    }

    public string UrlOfPage(int page) => Address(("p", page.ToString(CultureInfo.InvariantCulture)));

    private async Task ReadAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        var (groups, bodies) = await matrix.ChoicesAsync(cancellation);
        Groups = [.. groups.Select(group => new SelectListItem(group.Name, group.Id))];
        Bodies = [.. bodies.Select(body => new SelectListItem(body.Name, body.Id))];
        Filter = new MatrixFilter(
            groups.FirstOrDefault(group => group.Id == ChosenGroup)?.Id ?? "",
            bodies.FirstOrDefault(body => body.Id == ChosenBody)?.Id ?? "",
            Enum.TryParse<MatrixStanding>(ChosenStanding, out var standing) && Enum.IsDefined(standing) ? standing : null);
    }

    private string Address(params (string Name, string Value)[] more) => Url.Content("~" + MatrixLinks.Training) + QueryString.Create(
        new[] { ("group", Filter.GroupId), ("committee", Filter.BodyId), ("standing", Filter.Standing?.ToString() ?? "") }.Concat(more)
            .Where(pair => pair.Item2.Length > 0).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)));

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
