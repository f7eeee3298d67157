using System.Globalization;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Budgets.Adjusting;

/// <summary>A member's budget with every movement, and a change of its allocation with a reason (MEM-04).</summary>
[RequiresPermission("ManageMembers"), RecordsReading("Training budget of a member")]
internal sealed class MemberBudgetModel(BudgetReading reading, BudgetLedger ledger, Colleagues colleagues) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string PersonId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "year")]
    public string? ChosenYear { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>How many movements the person saw who sent the form, so that a double click changes nothing twice.</summary>
    [BindProperty]
    public int Seen { get; set; }

    public BudgetView Budget { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public string Year => Words(Budget.Year.Start);

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Budget is null ? null : new AuditSubject("Person", PersonId, Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ReadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var (pence, reason) = (Pence.Read(Amount, mayBeLess: true), (Reason ?? "").Trim());
        if (pence is null or 0)
        {
            ModelState.AddModelError(nameof(Amount), "Enter an amount in pounds, like 150 or -50");
        }

        if (reason.Length is 0 or > BudgetEntry.ReasonLength)
        {
            ModelState.AddModelError(nameof(Reason), reason.Length == 0 ? "Enter why" : $"Why must be {BudgetEntry.ReasonLength} characters or less");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await ledger.OpenAsync(PersonId, Budget.Year, cancellation) is not { } row)
        {
            return NotFound();
        }

        // A budget that is opened only now has one movement that nobody could see.
        if (row.Entries != (Seen == 0 ? 1 : Seen))
        {
            ModelState.AddModelError("", "Something has happened in this budget since you opened the page. Look at it, and send the form again if it is still right");
            await ReadAsync(cancellation);
            ModelState.Remove(nameof(Seen));
            return Page();
        }

        if (!(await ledger.AdjustAsync(row, pence!.Value, reason, cancellation)).IsDone)
        {
            ModelState.AddModelError(nameof(Amount), $"You can take back no more than {Pence.Words(row.Balance.Left)}, because the rest is committed or spent");
            return Page();
        }

        TempData[PageFrame.Message] = "The allocation is changed";
        return Redirect(Url.Content("~" + BudgetLinks.BudgetOf(PersonId, Budget.Year.Start)));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var years = await reading.YearsOfAsync(PersonId, cancellation);
        if (years.Count == 0 || await reading.FindAsync(PersonId, years.FirstOrDefault(one => Words(one.Start) == ChosenYear) ?? years[0], cancellation) is not { } budget)
        {
            return false;
        }

        (Budget, Years) = (budget, [.. years.Select(one => new SelectListItem(one.Name, Words(one.Start)))]);
        Name = (await colleagues.NamesAsync([PersonId], cancellation)).GetValueOrDefault(PersonId, "");
        return true;
    }

    private static string Words(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
