using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Claiming;

/// <summary>Deletes a claim that was never sent.</summary>
[RequiresPermission("ViewVolunteering")]
internal sealed class DeleteDraftModel(ClaimDrafts drafts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Organisation { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Id, cancellation) is not { IsReturned: false } draft)
        {
            return NotFound();
        }

        Organisation = draft.Row.Organisation;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await drafts.TakeAsync(Id, cancellation) is not { } draft || !await drafts.DeleteAsync(draft, cancellation))
        {
            return NotFound();
        }

        TempData[PageFrame.Message] = "The draft is deleted";
        return Redirect(Url.Content("~" + VolunteeringLinks.Mine));
    }
}
