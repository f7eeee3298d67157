using System.Globalization;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Mentoring.Managing;

/// <summary>HR matches a programme: proposes runs, pins and forbids, compares, sends to be confirmed (MEN-01).</summary>
[RequiresPermission("ManageMentoring"), RecordsReading("Matching of a mentoring programme")]
internal sealed class MatchingPageModel(ProgrammeList programmes, MatchingDesk desk, MatchingReader reader, WorkingCalendar calendar) : PageModel, IReadingSubject
{
    /// <summary>What of the matching is shown, as the address and the links name it.</summary>
    public static IReadOnlyList<(string Key, string Words)> Views { get; } = [("pairs", "Pairs"), ("left", "Left over"), ("changes", "Changes"), ("rulings", "Pinned and forbidden")];

    [BindProperty(SupportsGet = true, Name = "programme")]
    public string ProgrammeId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    /// <summary>The number of the last change that the person has seen.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Mentee { get; set; }

    [BindProperty]
    public string? Mentor { get; set; }

    [BindProperty]
    public string? Ruling { get; set; }

    /// <summary>The name of a <see cref="RulingKind"/>.</summary>
    [BindProperty]
    public string? What { get; set; }

    public Programme Programme { get; private set; } = null!;

    public RunRow? Run { get; private set; }

    public RunRow? Before { get; private set; }

    public int Changed { get; private set; }

    public string View => Views.Any(view => view.Key == Shown) ? Shown! : Views[0].Key;

    public Lines<PairLine>? Pairs { get; private set; }

    public Lines<LeftLine>? Left { get; private set; }

    public Lines<string>? Changes { get; private set; }

    public Lines<RulingLine>? Rulings { get; private set; }

    public IReadOnlyList<SelectListItem> Mentees { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Mentors { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>True while nothing waits for confirmation.</summary>
    public bool CanChange => Run?.State != RunState.Sent;

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Programme is null ? null : new AuditSubject(MentoringProgramme.Type, Programme.Id, Programme.Title);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? await ShowAsync(cancellation) : NotFound();

    public Task<IActionResult> OnPostProposeAsync(CancellationToken cancellation) => DoAsync(() => desk.ProposeAsync(Programme, Revision, cancellation), "A match is proposed", "pairs", cancellation);

    public Task<IActionResult> OnPostPinAsync(CancellationToken cancellation) => DoAsync(() => RuleAsync(RulingKind.Pinned, cancellation), Said(RulingKind.Pinned), "pairs", cancellation);

    public Task<IActionResult> OnPostForbidAsync(CancellationToken cancellation) => DoAsync(() => RuleAsync(RulingKind.Forbidden, cancellation), Said(RulingKind.Forbidden), "pairs", cancellation);

    public async Task<IActionResult> OnPostRuleAsync(CancellationToken cancellation)
    {
        var kind = Enum.TryParse<RulingKind>(What, out var what) && Enum.IsDefined(what) ? what : (RulingKind?)null;
        foreach (var (name, isMissing, message) in new[]
        {
            (nameof(Mentee), string.IsNullOrEmpty(Mentee), "Choose a mentee"), (nameof(Mentor), string.IsNullOrEmpty(Mentor), "Choose a mentor"), (nameof(What), kind is null, "Select what is to be about them"),
        })
        {
            if (isMissing)
            {
                ModelState.AddModelError(name, message);
            }
        }

        Shown = "rulings";
        if (ModelState.IsValid)
        {
            return await DoAsync(() => RuleAsync(kind!.Value, cancellation), Said(kind!.Value), "rulings", cancellation);
        }

        return await FindAsync(cancellation) ? await ShowAsync(cancellation) : NotFound();
    }

    public Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation) =>
        DoAsync(
            async () =>
            {
                var names = (await reader.RulingsAsync(Programme.Id, 1, cancellation)).All.SelectMany(line => new[] { line.Mentee, line.Mentor }).DistinctBy(one => one.Id).ToDictionary(one => one.Id, one => one.Name);
                return await desk.TakeBackAsync(Programme, Revision, Ruling ?? "", names, cancellation);
            },
            "It is taken back", "rulings", cancellation);

    public Task<IActionResult> OnPostSendAsync(CancellationToken cancellation) => DoAsync(() => desk.SendAsync(Programme, Revision, cancellation), "The match is sent to be confirmed", "pairs", cancellation);

    public string UrlOf(string view, int page = 1) =>
        Url.Content("~" + MentoringLinks.Matching(ProgrammeId)) + string.Create(CultureInfo.InvariantCulture, $"?show={view}{(page > 1 ? $"&p={page}" : "")}");

    public string UrlOfPage(int page) => UrlOf(View, page);

    private Task<DeskOutcome> RuleAsync(RulingKind kind, CancellationToken cancellation) => desk.RuleAsync(Programme, Revision, Mentee ?? "", Mentor ?? "", kind, cancellation);

    private static string Said(RulingKind kind) =>
        kind == RulingKind.Pinned ? "They are pinned. Propose a match again to see what follows" : "They are never matched now. Propose a match again to see what follows";

    private async Task<IActionResult> DoAsync(Func<Task<DeskOutcome>> act, string message, string view, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        switch (await act())
        {
            case DeskOutcome.Done:
                TempData[PageFrame.Message] = message;
                return Redirect(UrlOf(view));
            case DeskOutcome.Stale:
                ModelState.AddModelError("", "Somebody else has changed this matching since you opened the page. It is shown as it is now. Look at it, then do it again");
                break;
            case DeskOutcome.NotPossible:
                ModelState.AddModelError("", "These two cannot be a pair, or one of them does not take part any more. The reason may be one that only they know");
                break;
            case DeskOutcome.Waiting:
                ModelState.AddModelError("", "A match of this programme waits to be confirmed. Wait for that first");
                break;
            case DeskOutcome.NoWorkflow:
                ModelState.AddModelError("", "Matches cannot be confirmed just now, because no workflow takes them. Tell an administrator. The match is kept");
                break;
            default:
                ModelState.AddModelError("", "There is no proposed match with pairs to be sent");
                break;
        }

        return await ShowAsync(cancellation);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (await programmes.FindAsync(ProgrammeId, cancellation) is not { IsOpen: false } programme)
        {
            return false;
        }

        Programme = programme;
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        // The form goes on with what is there now, not with what was sent.
        Revision = await desk.RevisionAsync(ProgrammeId, cancellation);
        ModelState.Remove(nameof(Revision));
        (Run, Before) = await desk.LastRunsAsync(ProgrammeId, cancellation);
        Today = await calendar.TodayAsync();
        var (mentees, mentors) = await reader.PeopleAsync(Programme, cancellation);
        Mentees = [.. mentees.Select(row => new SelectListItem(row.PersonName, row.PersonId))];
        Mentors = [.. mentors.Select(row => new SelectListItem(row.PersonName, row.PersonId))];
        var page = int.TryParse(PageNumber, CultureInfo.InvariantCulture, out var number) ? number : 1;
        if (View == "rulings")
        {
            Rulings = await reader.RulingsAsync(ProgrammeId, page, cancellation);
        }

        if (Run is { } run)
        {
            Changed = await reader.ChangedAsync(run, Before, cancellation);
            switch (View)
            {
                case "pairs":
                    Pairs = await reader.PairsAsync(run, page, cancellation);
                    break;
                case "left":
                    Left = await reader.LeftAsync(run, page, cancellation);
                    break;
                case "changes":
                    Changes = await reader.ChangesAsync(run, Before, page, cancellation);
                    break;
            }
        }

        return Page();
    }
}
