using System.ComponentModel.DataAnnotations;
using System.Globalization;
using LearningDev.Partnerships.Contracts;
using LearningDev.Partnerships.Together;
using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Partnerships.Meetings;

/// <summary>A meeting is planned, moved or called off (COA-02).</summary>
[RequiresPermission("UsePartnerships"), ConfidentialPage]
internal sealed class PlanModel(OwnPartnerships partnerships, MeetingBook book) : PageModel
{
    public const int LongestPlace = 300;

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "meeting")]
    public string MeetingId { get; set; } = "";

    /// <summary>The id of the meeting that is to be planned, so that it is planned once however often the form is sent.</summary>
    [BindProperty]
    public string? MadeId { get; set; }

    [BindProperty, Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public OwnPartnership Own { get; private set; } = null!;

    /// <summary>The meeting as it is planned; null for a new one.</summary>
    public MeetingLine? Meeting { get; private set; }

    /// <summary>True when the other has changed the plan since the page was opened.</summary>
    public bool WasChanged { get; private set; }

    public bool IsNew => MeetingId == PartnershipLinks.NewId;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await partnerships.FindAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation))
        {
            return NotFound();
        }

        if (!IsToPlan(own))
        {
            return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
        }

        (MadeId, Minutes, Kind, Own) = (Identifiers.New(), "60", nameof(MeetingKind.InPerson), own);
        if (Meeting is { } meeting)
        {
            (Day, Time, Minutes) = (meeting.Row.Day, meeting.Row.Time?.ToString("HH:mm", CultureInfo.InvariantCulture), meeting.Row.Minutes.ToString(CultureInfo.InvariantCulture));
            (Kind, Place, Revision) = (meeting.Row.Kind.ToString(), meeting.Place, meeting.Row.Revision);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation) || MadeId is not { Length: Identifiers.MaximumLength } made)
        {
            return NotFound();
        }

        if (!IsToPlan(own))
        {
            return Leave("It can not be planned any more");
        }

        Own = own;
        if (Read(own) is not { } plan)
        {
            return Page();
        }

        if (Meeting is { } meeting && meeting.Row.Revision != Revision)
        {
            (WasChanged, Revision) = (true, meeting.Row.Revision);
            ModelState.Remove(nameof(Revision));
            ModelState.AddModelError("", $"The plan was changed since you opened this page. It says {MeetingBook.When(meeting.Row)} now. Save again to change that");
            return Page();
        }

        await book.PlanAsync(own, made, Meeting?.Row, plan, cancellation);
        return Leave($"It is planned, and {own.PartnerName} is told");
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation)
    {
        if (await partnerships.TakeAsync(Id, cancellation) is not { } own || !await FindAsync(own, cancellation) || Meeting is null)
        {
            return NotFound();
        }

        return Leave(await book.CancelAsync(own, Meeting.Row, cancellation) ? $"It is called off, and {own.PartnerName} is told" : "It is not planned any more");
    }

    private bool IsToPlan(OwnPartnership own) => MeetingBook.MayPlan(own.Row) && (Meeting is null || Meeting.Row.State == MeetingState.Planned);

    private MeetingPlan? Read(OwnPartnership own)
    {
        var (time, minutes, kind, place) = (MeetingFields.Time(Time), MeetingFields.Minutes(Minutes), MeetingFields.Kind(Kind), (Place ?? "").Trim());
        if (Day is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Day), "Enter the day");
        }
        else if (Day < own.Today)
        {
            ModelState.AddModelError(nameof(Day), "Day must be today or in the future");
        }

        if (time is null)
        {
            ModelState.AddModelError(nameof(Time), "Enter a time, for example 2:30pm");
        }

        if (minutes is null)
        {
            ModelState.AddModelError(nameof(Minutes), $"Minutes must be a whole number from 1 to {MeetingRow.MostMinutes}");
        }

        if (kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose how you meet");
        }

        if (place.Length > LongestPlace)
        {
            ModelState.AddModelError(nameof(Place), $"Place or link must be {LongestPlace} characters or less");
        }

        return ModelState.IsValid ? new MeetingPlan(Day!.Value, time!.Value, minutes!.Value, kind!.Value, place) : null;
    }

    private RedirectResult Leave(string message)
    {
        TempData[PageFrame.Message] = message;
        return Redirect(Url.Content("~" + PartnershipLinks.Partnership(Id)));
    }

    private async Task<bool> FindAsync(OwnPartnership own, CancellationToken cancellation) => IsNew || (Meeting = await book.FindAsync(own, MeetingId, cancellation)) is not null;
}
