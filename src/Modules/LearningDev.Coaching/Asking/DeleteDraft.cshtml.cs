using LearningDev.Coaching.Requests;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Asking;

/// <summary>Deletes a request for a coach that was not sent.</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class DeleteDraftModel(RequestDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public RequestRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Row = draft.Row;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft)
        {
            return NotFound();
        }

        await drafts.DeleteAsync(draft, cancellation);
        TempData[PageFrame.Message] = "The request is deleted";
        return Redirect(Url.Content("~" + CoachingLinks.Home));
    }
}
