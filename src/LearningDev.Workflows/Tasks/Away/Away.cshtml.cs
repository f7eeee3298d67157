using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Workflows.Tasks.Away;

/// <summary>Everybody says for themselves who decides while they are away.</summary>
internal sealed class AwayModel(Deputies deputies, Colleagues colleagues, CurrentPerson person, WorkingCalendar calendar) : PageModel
{
    private const int MostFound = 20;
    private const int LongestWords = 200;
    private const int LongestDays = 366;

    public string Words { get; private set; } = "";

    public ColleagueMatches? Found { get; private set; }

    public IReadOnlyList<AwayLine> Lines { get; private set; } = [];

    [BindProperty]
    public string? Delegate { get; set; }

    [BindProperty, Display(Name = "First day")]
    public DateOnly? From { get; set; }

    [BindProperty, Display(Name = "Last day")]
    public DateOnly? To { get; set; }

    public async Task OnGetAsync([FromQuery(Name = "q")] string? typed, CancellationToken cancellation)
    {
        ModelState.Clear();
        await ReadAsync(typed, cancellation);
    }

    public async Task<IActionResult> OnPostAsync([FromQuery(Name = "q")] string? typed, CancellationToken cancellation)
    {
        await ReadAsync(typed, cancellation);
        Require(string.IsNullOrEmpty(Delegate), nameof(Delegate), "Select who decides");
        Require(From is null && !IsSaid(nameof(From)), nameof(From), "Enter the first day");
        Require(To is null && !IsSaid(nameof(To)), nameof(To), "Enter the last day");
        if (From is { } from && To is { } to)
        {
            Require(to < from, nameof(To), "Last day must be the same as or after the first day");
            Require(to < await calendar.TodayAsync(), nameof(To), "Last day must be today or later");
            Require(to.DayNumber - from.DayNumber > LongestDays, nameof(To), "Last day must be within a year of the first");
        }

        if (ModelState.IsValid)
        {
            switch (await deputies.AddAsync(Delegate!, From!.Value, To!.Value, cancellation))
            {
                case AwayOutcome.Kept:
                    TempData[PageFrame.Message] = "Saved";
                    return Redirect(Url.Content("~" + WorkflowLinks.Away));
                case AwayOutcome.Overlaps:
                    ModelState.AddModelError(nameof(From), "You have chosen somebody for some of these days already");
                    break;
                default:
                    ModelState.AddModelError(nameof(Delegate), "Select a colleague who works here at present");
                    break;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync([FromForm] string? away, CancellationToken cancellation)
    {
        if (!await deputies.RemoveAsync(away ?? "", cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "Taken back";
        return Redirect(Url.Content("~" + WorkflowLinks.Away));
    }

    private bool IsSaid(string field) => ModelState[field] is { Errors.Count: > 0 };

    private void Require(bool isWrong, string field, string message)
    {
        if (isWrong)
        {
            ModelState.AddModelError(field, message);
        }
    }

    private async Task ReadAsync(string? typed, CancellationToken cancellation)
    {
        Lines = await deputies.ListAsync(cancellation);
        Words = typed is null ? "" : typed[..Math.Min(typed.Length, LongestWords)].Replace('\0', ' ').Trim();
        Found = Words.Length >= Colleagues.ShortestWords ? await colleagues.SearchAsync(Words, MostFound, person.Id, cancellation) : null;
    }
}
