using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Leave;

/// <summary>Takes back a day of leave that was recorded or planned, with a reason.</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class RemoveLeaveModel(LeaveRecords records) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Leave { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public ClaimRow Claim { get; private set; } = null!;

    public LeaveRow Day { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Reasons.Check(Reason, nameof(Reason), ModelState, out var reason))
        {
            return await ShowAsync(cancellation);
        }

        if (!await records.RemoveAsync(Id, Leave, reason, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The day is removed";
        return Redirect(Url.Content("~" + VolunteeringLinks.Claim(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await records.FindAsync(Id, cancellation) is not { } claim || !await records.MayRemoveAsync(claim)
            || (await records.DaysAsync(Id, cancellation)).FirstOrDefault(day => day.Id == Leave && day.State != LeaveState.Removed) is not { } day)
        {
            return NotFound();
        }

        (Claim, Day) = (claim, day);
        return Page();
    }
}
