using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Meetings;

/// <summary>A meeting that was held is recorded, or corrected (COA-02).</summary>
[ConfidentialForm]
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class RecordModel(OwnPartnerships partnerships, MeetingBook book) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "meeting")]
    public string MeetingId { get; set; } = "";

    /// <summary>The id of the meeting that is to be recorded, so that it is recorded once however often the form is sent.</summary>
    [BindProperty]
    public string? MadeId { get; set; }

    [BindProperty, Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    /// <summary>The meeting as it is; null for a new one.</summary>
    public MeetingLine? Meeting { get; private set; }

    public bool IsNew => MeetingId == PartnershipLinks.NewId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation))
        {
            return NotFound();
        }

        if (!IsToRecord(own))
        {
            return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
        }

        (Own, MadeId, Day, Minutes) = (own, Identifiers.New(), Meeting?.Row.Day ?? own.Today, (Meeting?.Row.Minutes ?? 60).ToString(CultureInfo.InvariantCulture));
        (Kind, Revision) = ((Meeting?.Row.Kind ?? MeetingKind.InPerson).ToString(), Meeting?.Row.Revision ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation) || MadeId is not { Length: Identifiers.MaximumLength } made)
        {
            return NotFound();
        }

        if (!IsToRecord(own))
        {
            return Leave("It can not be recorded any more");
        }

        Own = own;
        var (minutes, kind) = (MeetingFields.Minutes(Minutes), MeetingFields.Kind(Kind));
        if (Day is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day");
        }
        else if (Day > own.Today)
        {
            ModelState.AddModelError(nameof(Day), "Day must be today or in the past");
        }

        if (minutes is null)
        {
            ModelState.AddModelError(nameof(Minutes), $"Minutes must be a whole number from 1 to {MeetingRow.MostMinutes}");
        }

        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose how you met");
        }

        if (ModelState.IsValid && Meeting is { } meeting && meeting.Row.Revision != Revision)
        {
            Revision = meeting.Row.Revision;
            ModelState.Remove(nameof(Revision));
            ModelState.AddModelError("", $"{own.PartnerName} has changed this meeting since you opened this page. It says {MeetingBook.When(meeting.Row)}, {meeting.Row.Minutes} minutes now. Save again to change that");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await book.RecordAsync(own, made, Meeting?.Row, Day!.Value, minutes!.Value, kind!.Value, cancellation);
        return Leave(own.Row.MinutesLeft is < 0 and var left ? $"It is recorded. That is {Durations.Words(-left)} more than you agreed on" : "It is recorded");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation) || Meeting is null)
        {
            return NotFound();
        }

        return Leave(await book.TakeBackAsync(own, Meeting.Row, cancellation) ? "It does not count any more" : "It can not be taken back any more");
    }

    private bool IsToRecord(OwnPartnership own) => MeetingBook.MayRecord(own.Row) && (Meeting is null || Meeting.Row.State != MeetingState.Cancelled);

    private RedirectResult Leave(string message)
    {
        TempData[PageFrame.Message] = message;
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private async Task<bool> FindAsync(OwnPartnership own, CancellationToken cancellation) => IsNew || (Meeting = await book.FindAsync(own, MeetingId, cancellation)) is not null;
}
