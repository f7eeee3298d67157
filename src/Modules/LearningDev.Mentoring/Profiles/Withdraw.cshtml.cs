using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Mentoring.Profiles;

/// <summary>Takes back what somebody has written for a programme.</summary>
[RequiresPermission("ViewMentoring")]
internal sealed class WithdrawModel(ProfileDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ProfileDraft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { Row.State: not ProfileState.Withdrawn } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        if (await drafts.WithdrawAsync(draft, cancellation))
        {
            TempData[PageFrame.Message] = "You have withdrawn";
        }

        return Redirect(Url.Content("~" + MentoringLinks.Home));
    }
}
