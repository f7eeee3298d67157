using System.ComponentModel.DataAnnotations;
using LearningDev.MembersHub.Budgets;
using LearningDev.MembersHub.Requests.Managing;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Requests.Invoicing;

/// <summary>Democratic Services record the invoice of agreed training (MEM-04). More than was agreed and is left needs somebody who may allow it.</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Training request of a member")]
internal sealed class InvoiceModel(AllRequests requests, RolePermissions permissions, WorkingCalendar calendar, CurrentPerson person) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty, Display(Name = "Date of the invoice")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? OverReason { get; set; }

    public MemberRequestRow Row { get; private set; } = null!;

    public bool MayOverride { get; private set; }

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Row is null ? null : new AuditSubject("Person", Row.PersonId, Row.PersonName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var (pence, reference, why) = (Pence.Read(Amount), (Reference ?? "").Trim(), (OverReason ?? "").Trim());
        if (pence is null or 0)
        {
            ModelState.AddModelError(nameof(Amount), "Enter an amount in pounds, like 250 or 1,250.50");
        }

        if (reference.Length is 0 or > MemberRequestRow.ReferenceLength)
        {
            ModelState.AddModelError(nameof(Reference), reference.Length == 0 ? "Enter the number of the invoice" : $"The reference must be {MemberRequestRow.ReferenceLength} characters or less");
        }

        if (Day is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the date of the invoice");
        }
        else if (Day > await calendar.TodayAsync())
        {
            ModelState.AddModelError(nameof(Day), "The date of the invoice must be today or in the past");
        }

        if (why.Length > BudgetEntry.ReasonLength)
        {
            ModelState.AddModelError(nameof(OverReason), $"Why must be {BudgetEntry.ReasonLength} characters or less");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await requests.PayAsync(Id, pence!.Value, reference, Day!.Value, MayOverride && why.Length > 0 ? why : null, cancellation);
        if (result.OverPence > 0)
        {
            ModelState.AddModelError(
                MayOverride ? nameof(OverReason) : nameof(Amount),
                MayOverride ? $"This is {Pence.Words(result.OverPence)} over the member’s budget. Say why it is allowed"
                    : $"This is {Pence.Words(result.OverPence)} over the member’s budget. Somebody who may allow that has to record it, for example the Head of Democratic Services");
            return Page();
        }

        TempData[PageFrame.Message] = result.IsDone ? "The invoice is recorded" : "This invoice could not be recorded, because the training is paid or cancelled already";
        return Redirect(Url.Content("~" + RequestLinks.ManageOne(Id)));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await requests.FindAsync(Id, cancellation) is not var (row, _) || row.State is not (MemberRequestState.Agreed or MemberRequestState.Paid) || (row.State == MemberRequestState.Paid && HttpContext.Request.Method == "GET"))
        {
            return false;
        }

        (Row, MayOverride) = (row, await permissions.MayAsync(person.Principal, MembersHubModule.OverrideMemberBudgets.Name));
        return true;
    }
}
