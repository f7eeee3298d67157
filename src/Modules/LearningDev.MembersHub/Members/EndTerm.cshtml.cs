using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Members;

/// <summary>Democratic Services end a term: what ends with it is shown first (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class EndTermModel(TermKeeping keeping, MemberDirectory directory, WorkingCalendar calendar) : PageModel
{
    /// <summary>Why a term can end.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["Resigned", "Died", "Disqualified", "Did not stand again", "Not re-elected", "The co-option ended"];

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "Last day in office")]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The last day of which the consequences were shown; null while none were.</summary>
    [BindProperty]
    public string? Shown { get; set; }

    public TermRow Term { get; private set; } = null!;

    /// <summary>What ends with the term, in words; null while the day is not known.</summary>
    public IReadOnlyList<string>? Ending { get; private set; }

    public bool IsRoleTakenNow { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await keeping.TermAsync(Id, cancellation) is not { } term)
        {
            return NotFound();
        }

        (Term, Revision, Until, Reason) = (term, term.Revision, term.Until ?? await calendar.TodayAsync(), term.EndReason);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await keeping.TermAsync(Id, cancellation) is not { } term)
        {
            return NotFound();
        }

        Term = term;
        if (Until is null && ModelState.GetFieldValidationState(nameof(Until)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(Until), "Enter the last day in office");
        }

        if (Reason is null || !Reasons.Contains(Reason))
        {
            ModelState.AddModelError(nameof(Reason), "Choose why the term ends");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var day = Until!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Shown != day && Until >= Term.From)
        {
            await ShowEndingAsync(Until.Value, cancellation);
            Shown = day;
            ModelState.Remove(nameof(Shown));
            return Page();
        }

        var faults = await keeping.EndAsync(Term.Id, Revision, Until.Value, Reason!, cancellation);
        if (faults.Count > 0)
        {
            ModelState.Take(faults);
            return Page();
        }

        TempData[PageFrame.Message] = "The end of the term is recorded";
        return Redirect(Url.Content("~" + MemberLinks.Profile(Id)));
    }

    private async Task ShowEndingAsync(DateOnly until, CancellationToken cancellation)
    {
        var names = await directory.NamesAsync(cancellation);
        var (offices, memberships) = await keeping.EndingAsync(Term, until, cancellation);
        Ending = [.. offices.Select(office => MemberWords.Of(office, names)), .. memberships.Select(row => $"Member of {names[row.GroupId]}")];
        IsRoleTakenNow = until < await calendar.TodayAsync();
    }
}
