using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests.Managing;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Ending;

/// <summary>A member deletes a draft, or cancels training that is agreed.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class EndRequestModel(MemberRequests requests, AllRequests all) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public OwnRequest Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        if (Own.Row.State == MemberRequestState.Draft)
        {
            TempData[PageFrame.Message] = await requests.DeleteAsync(Id, cancellation) ? "The draft is deleted" : "This draft could not be deleted, because it is sent or deleted already";
            return Redirect(Url.Content("~" + RequestLinks.Own));
        }

        var reason = (Reason ?? "").Trim();
        if (reason.Length is 0 or > BudgetEntry.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Enter why" : $"Why must be {BudgetEntry.ReasonLength} characters or less");
            return Page();
        }

        TempData[PageFrame.Message] = await all.CancelAsync(Id, reason, cancellation) ? "The training is cancelled" : "This training could not be cancelled, because it is paid or cancelled already";
        return Redirect(Url.Content("~" + RequestLinks.Of(Id)));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindAsync(Id, cancellation) is not { Row.State: MemberRequestState.Draft or MemberRequestState.Agreed } own)
        {
            return false;
        }

        Own = own;
        return true;
    }
}
