using LearningDev.MembersHub.Members;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Elections;

/// <summary>What an election changes: whose term ends, who goes on, who begins. Here it is confirmed (MEM-02).</summary>
[RequiresPermission("ManageMembers")]
internal sealed class CheckElectionModel(ElectionWork work, ElectionConfirming confirming) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public int Revision { get; set; }

    public ElectionRow Election { get; private set; } = null!;

    public ElectionPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var done = await confirming.ConfirmAsync(Id, Revision, cancellation);
        if (done.Faults.Count > 0)
        {
            foreach (var fault in done.Faults)
            {
                ModelState.AddModelError("", fault);
            }

            return await ShowAsync(cancellation);
        }

        TempData[PageFrame.Message] = $"The result is confirmed. {MemberWords.Letters(done.Invited + done.NotInvited.Count, done.NotInvited.Count)}".TrimEnd();
        return Redirect(Url.Content("~" + MemberLinks.Election(Id)));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await work.FindAsync(Id, cancellation) is not { } election)
        {
            return NotFound();
        }

        // Whoever comes back to the page of a result that is confirmed sees what became of it.
        if (election.State == ElectionState.Confirmed)
        {
            return Redirect(Url.Content("~" + MemberLinks.Election(Id)));
        }

        (Election, Revision, Plan) = (election, election.Revision, await work.PlanAsync(election, cancellation));
        ModelState.Remove(nameof(Revision));
        return Page();
    }
}
