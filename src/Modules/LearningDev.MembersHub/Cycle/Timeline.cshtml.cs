using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Cycle;

/// <summary>The electoral cycle: strategy, induction plan and yearly plans, by when each is agreed and what is done (MEM-07).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class TimelineModel(CycleTimeline timeline, HubPerson hub) : PageModel
{
    public CyclePage Shown { get; private set; } = null!;

    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(int? from, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || await timeline.ReadAsync(from, cancellation) is not { } page)
        {
            return NotFound();
        }

        (Shown, MayManage) = (page, (await hub.FindAsync(cancellation)).Manages);
        return Page();
    }
}
