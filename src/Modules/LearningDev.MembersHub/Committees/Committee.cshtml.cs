using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Committees;

/// <summary>Who may sit on a committee on a day and who not, with why, also on paper (CMP-03).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class CommitteeModel(CommitteeSeats seats, WorkingCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true), Display(Name = ChosenDay.Name)]
    public DateOnly? Day { get; set; }

    /// <summary>The day that is shown.</summary>
    public DateOnly Shown { get; private set; }

    public DateOnly Today { get; private set; }

    public Committee Committee { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Today = await calendar.TodayAsync();
        Shown = ChosenDay.Of(Day, nameof(Day), Today, ModelState);
        if (await seats.FindAsync(Id, Shown, cancellation) is not { } committee)
        {
            return NotFound();
        }

        Committee = committee;
        return Page();
    }
}
