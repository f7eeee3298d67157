using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Committees;

/// <summary>Who may sit on which committee on a day, for Democratic Services (CMP-03).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class CommitteesModel(CommitteeSeats seats, WorkingCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = ChosenDay.Name)]
    public DateOnly? Day { get; set; }

    /// <summary>The day that is shown.</summary>
    public DateOnly Shown { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<Committee> All { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Today = await calendar.TodayAsync();
        Shown = ChosenDay.Of(Day, nameof(Day), Today, ModelState);
        All = await seats.AllAsync(Shown, cancellation);
    }
}
