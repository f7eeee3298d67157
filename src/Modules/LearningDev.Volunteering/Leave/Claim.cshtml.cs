using System.ComponentModel.DataAnnotations;
using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Audit.Reading;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using LearningDev.Volunteering.Claiming;
using LearningDev.Volunteering.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Volunteering.Leave;

/// <summary>A claim that was sent, with the leave that is taken for it: for the person whose it is and for who looks after claims (VOL-02).</summary>
[RequiresPermission("ViewVolunteering"), RecordsReading("Claim for volunteering")]
internal sealed class ClaimModel(LeaveRecords records, ClaimDrafts drafts, ContentItems items, ShownFields shown, WorkingCalendar calendar, CurrentPerson person) : PageModel, IReadingSubject
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Hours { get; set; }

    public ClaimRow Claim { get; private set; } = null!;

    public bool IsOwn => Claim.PersonId == person.Id;

    public bool MayManage { get; private set; }

    public bool MayRemove { get; private set; }

    public string Activity { get; private set; } = "";

    public IReadOnlyList<DayTime> OwnTime { get; private set; } = [];

    public IReadOnlyList<ShownField> Learned { get; private set; } = [];

    public IReadOnlyList<LeaveRow> Days { get; private set; } = [];

    public int Taken => Days.Where(day => day.State == LeaveState.Taken).Sum(day => day.Minutes);

    /// <summary>The last day on which the leave can be taken; null while none is agreed.</summary>
    public DateOnly? LastDay { get; private set; }

    public DateOnly Today { get; private set; }

    /// <inheritdoc />
    public AuditSubject? ReadingSubject => Claim is null ? null : new AuditSubject("Person", Claim.PersonId, Claim.PersonName);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await records.FindAsync(Id, cancellation) is not { } claim)
        {
            return NotFound();
        }

        return claim.State == ClaimState.Draft ? Redirect(Url.Content("~" + VolunteeringLinks.Check(Id))) : await ShowAsync(claim, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Day is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day");
        }

        if (Claims.Hours.Read(Hours) is not { } minutes)
        {
            ModelState.AddModelError(nameof(Hours), string.IsNullOrWhiteSpace(Hours) ? "Enter the hours" : "Hours must be a number, for example 7.4");
            return await RefuseAsync([], cancellation);
        }

        return !ModelState.IsValid ? await RefuseAsync([], cancellation) : await TakeAsync(new DayTime(Day!.Value, minutes), planned: null, cancellation);
    }

    public async Task<IActionResult> OnPostPlannedAsync(string? leave, CancellationToken cancellation)
    {
        if (await records.FindAsync(Id, cancellation) is null)
        {
            return NotFound();
        }

        return (await records.DaysAsync(Id, cancellation)).FirstOrDefault(day => day.Id == leave && day.State == LeaveState.Planned) is { } day
            ? await TakeAsync(new DayTime(day.Day, day.Minutes), day.Id, cancellation) : NotFound();
    }

    private async Task<IActionResult> TakeAsync(DayTime taken, string? planned, CancellationToken cancellation)
    {
        if (await records.TakeAsync(Id, taken, planned, cancellation) is not { } faults)
        {
            return NotFound();
        }

        if (faults.Count > 0)
        {
            return await RefuseAsync(planned is null ? faults : [.. faults.Select(fault => fault with { Key = "" })], cancellation);
        }

        TempData[PageFrame.Message] = "The leave is recorded";
        return Redirect(Url.Content("~" + VolunteeringLinks.Claim(Id)));
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<ClaimFault> faults, CancellationToken cancellation)
    {
        foreach (var fault in faults)
        {
            ModelState.AddModelError(fault.Key, fault.Message);
        }

        return await records.FindAsync(Id, cancellation) is { State: ClaimState.Agreed } claim ? await ShowAsync(claim, cancellation) : NotFound();
    }

    private async Task<IActionResult> ShowAsync(ClaimRow claim, CancellationToken cancellation)
    {
        (Claim, MayManage, MayRemove) = (claim, await records.MayManageAsync(), await records.MayRemoveAsync(claim));
        var item = await items.FindAsync(Id, VersionChoice.Latest, cancellation) ?? throw new InvalidOperationException($"The claim {Id} has no content item.");
        Activity = item.As<VolunteeringClaim>().Activity.Text ?? "";
        Learned = await CheckModel.LearnedAsync(shown, item, cancellation);
        OwnTime = await drafts.OwnTimeAsync(Id, cancellation);
        Days = await records.DaysAsync(Id, cancellation);
        LastDay = claim.State == ClaimState.Agreed ? await records.LastDayAsync(claim, cancellation) : null;
        Today = await calendar.TodayAsync();
        return Page();
    }
}
