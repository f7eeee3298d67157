using System.ComponentModel.DataAnnotations;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Managing;

/// <summary>HR invites somebody to be a coach (COA-01).</summary>
[RequiresPermission("ManageCoaching")]
internal sealed class InviteModel(CoachInvitations invitations) : PageModel
{
    [BindProperty, Display(Name = "Work email address")]
    public string? Email { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (outcome, name) = await invitations.InviteAsync((Email ?? "").Trim(), cancellation);
        switch (outcome)
        {
            case InvitationOutcome.NotFound:
                ModelState.AddModelError(nameof(Email), "Enter the work email address of somebody who works here");
                return Page();
            case InvitationOutcome.IsCoach:
                ModelState.AddModelError(nameof(Email), $"{name} has a coach profile already");
                return Page();
            default:
                TempData[PageFrame.Message] = outcome == InvitationOutcome.Invited ? $"{name} is invited" : $"{name} was invited before, and is not told again";
                return Redirect(Url.Content("~" + CoachingLinks.Manage));
        }
    }
}
