using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Leave;

/// <summary>HR takes an agreed claim back, with a reason that the person is told.</summary>
[RequiresPermission("ManageVolunteering")]
internal sealed class ReverseModel(LeaveRecords records) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public ClaimRow Claim { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Reasons.Check(Reason, nameof(Reason), ModelState, out var reason))
        {
            return await ShowAsync(cancellation);
        }

        if (!await records.ReverseAsync(Id, reason, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The claim is taken back";
        return Redirect(Url.Content("~" + VolunteeringLinks.Claim(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await records.FindAsync(Id, cancellation) is not { State: ClaimState.Agreed } claim)
        {
            return NotFound();
        }

        Claim = claim;
        return Page();
    }
}
