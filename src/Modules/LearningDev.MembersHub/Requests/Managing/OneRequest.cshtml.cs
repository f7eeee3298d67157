using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Managing;

/// <summary>A member's request, and cancelling what is agreed, for Democratic Services.</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Training request of a member")]
internal sealed class OneRequestModel(AllRequests requests, MemberRequestViews views) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public MemberRequestRow Row { get; private set; } = null!;

    public RequestView What { get; private set; } = null!;

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Row is null ? null : new AuditSubject("Person", Row.PersonId, Row.PersonName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var reason = (Reason ?? "").Trim();
        if (reason.Length is 0 or > BudgetEntry.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Enter why" : $"Why must be {BudgetEntry.ReasonLength} characters or less");
            return Page();
        }

        TempData[PageFrame.Message] = await requests.CancelAsync(Id, reason, cancellation) ? "The training is cancelled" : "This training could not be cancelled, because it is not agreed, or paid or cancelled already";
        return Redirect(Url.Content("~" + RequestLinks.ManageOne(Id)));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindAsync(Id, cancellation) is not var (row, item))
        {
            return false;
        }

        (Row, What) = (row, await views.ReadAsync(item, row, withMore: true, canChange: false, cancellation));
        return true;
    }
}
