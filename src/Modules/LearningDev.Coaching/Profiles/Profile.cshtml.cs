using LearningDev.Coaching.Coaches;
using LearningDev.Content.Pages;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Coaching.Profiles;

/// <summary>One's own coach profile: what it says, where it stands, what is due, and whether one takes people on (COA-01).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class ProfileModel(OwnProfiles profiles, ShownFields shown, IPartnerships partnerships, WorkingCalendar calendar, ISettings settings, CurrentPerson person) : PageModel
{
    public OwnProfile Own { get; private set; } = null!;

    /// <summary>What the profile says.</summary>
    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    /// <summary>What is missing before it can be sent.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IReadOnlyList<Lapse> Lapses { get; private set; } = [];

    public DateOnly Today { get; private set; }

    /// <summary>The day from which what runs out is worth a warning.</summary>
    public DateOnly WarnUntil { get; private set; }

    public int Open { get; private set; }

    /// <summary>True when colleagues find the coach.</summary>
    public bool IsInView => Own.Row is { State: CoachState.Approved, IsPaused: false } && Lapses.All(lapse => lapse.Until >= Today);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        if (await profiles.TakeAsync(cancellation) is not { } own)
        {
            return NotFound();
        }

        if (!own.CanSend)
        {
            // A second click comes when the first has sent it.
            return Redirect(Url.Content("~" + CoachingLinks.Profile));
        }

        if (!own.IsReturned && !await profiles.CanBeSentAsync(cancellation))
        {
            ModelState.AddModelError("", "Profiles cannot be sent just now, because no workflow takes them. Yours is kept. Tell HR, and send it later");
            return await ShowAsync(cancellation);
        }

        if (!await profiles.SendAsync(own, cancellation))
        {
            ModelState.AddModelError("", "The profile cannot be sent yet: something is missing");
            return await ShowAsync(cancellation);
        }

        TempData[PageFrame.Message] = "Your profile is sent to HR";
        return Redirect(Url.Content("~" + CoachingLinks.Profile));
    }

    public async Task<IActionResult> OnPostPauseAsync(bool isPaused, CancellationToken cancellation)
    {
        if (await profiles.TakeAsync(cancellation) is not { } own)
        {
            return NotFound();
        }

        await profiles.PauseAsync(own, isPaused, cancellation);
        TempData[PageFrame.Message] = isPaused ? "You are not shown to colleagues until you take people on again" : "You take people on again";
        return Redirect(Url.Content("~" + CoachingLinks.Profile));
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (await profiles.FindAsync(cancellation) is not { } own)
        {
            return Redirect(Url.Content("~" + CoachingLinks.ProfileSection(ProfileSection.About.Id)));
        }

        var rules = await settings.GetAsync<CoachingSettings>(cancellation);
        Own = own;
        Fields = await shown.OfPageAsync(own.Item, unsaid: true, cancellation);
        Problems = own.CanSend ? await profiles.ProblemsAsync(own.Item, cancellation) : [];
        Lapses = own.Row.State == CoachState.Approved ? Standing.Of(own.Row, rules.SupervisionMonths) : [];
        Today = await calendar.TodayAsync();
        WarnUntil = Today.AddDays(rules.FirstWarningDays);
        Open = (await partnerships.OpenOfGuidesAsync(CoachingModule.Kind, [person.Id!], cancellation)).GetValueOrDefault(person.Id!);
        return Page();
    }
}
