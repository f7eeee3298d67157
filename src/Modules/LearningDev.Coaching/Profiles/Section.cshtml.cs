using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Pools;
using LearningDev.Content.Items;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Coaching.Profiles;

/// <summary>A page of the form of one's own coach profile (COA-01).</summary>
[RequiresPermission("ViewCoaching")]
internal sealed class SectionModel(OwnProfiles profiles, PoolReader pools, OwnForms forms, WorkingCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "section")]
    public string SectionId { get; set; } = "";

    [BindProperty]
    public List<string> Pools { get; set; } = [];

    public ProfileSection Section { get; private set; } = null!;

    public OwnForm Form { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> AllPools { get; private set; } = [];

    /// <summary>True when a change is sent to HR.</summary>
    public bool IsSentToHr { get; private set; }

    /// <summary>False while the profile is not begun.</summary>
    public bool HasProfile { get; private set; }

    /// <summary>The place of the page among all of them, from 1.</summary>
    public int Number => ProfileSection.All.ToList().IndexOf(Section) + 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (ProfileSection.Find(SectionId) is not { } section)
        {
            return NotFound();
        }

        var own = await profiles.FindAsync(cancellation);
        if (own is not null && !own.CanChange(section))
        {
            return Redirect(Url.Content("~" + CoachingLinks.Profile));
        }

        var item = own?.Item ?? profiles.New();
        Pools = item.As<CoachProfile>().Pools.ContentItemIds;
        return await ShowAsync(section, own, item, isPosted: false, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (ProfileSection.Find(SectionId) is not { } section)
        {
            return NotFound();
        }

        var own = await profiles.TakeAsync(cancellation);
        if (own is not null && !own.CanChange(section))
        {
            return Redirect(Url.Content("~" + CoachingLinks.Profile));
        }

        var item = own?.Item ?? profiles.New();
        var fields = await FieldsAsync(section, cancellation);
        foreach (var error in await forms.ReadAsync(item, fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (OwnForms.IsOnlyShownAgain(Request.Form))
        {
            return await ShowAsync(section, own, item, isPosted: true, cancellation);
        }

        if (section.HasPools)
        {
            item.Alter<CoachProfile>(part => part.Pools.ContentItemIds = [.. Pools]);
        }

        foreach (var (field, message) in ProfileProblems.Of(item.As<CoachProfile>(), await calendar.TodayAsync()).Where(problem => IsAsked(problem.Field)))
        {
            ModelState.AddModelError(field, message);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(section, own, item, isPosted: true, cancellation);
        }

        IReadOnlyList<string>? chosen = section.HasPools ? Pools : null;
        if (own is null)
        {
            await profiles.BeginAsync(item, chosen, cancellation);
        }
        else if (!await profiles.SaveAsync(own, section, chosen, cancellation))
        {
            ModelState.AddModelError("", "Changes of the qualification cannot be sent to HR just now, because no workflow takes them. Tell HR, and try again later");
            return await ShowAsync(section, own, item, isPosted: true, cancellation);
        }

        TempData[PageFrame.Message] = own?.Row is { State: CoachState.Approved, IsAsked: true } && section.IsApproved ? "Your qualification is sent to HR. Until they approve it, the one before is shown" : "Your profile is saved";
        return Redirect(Url.Content("~" + (own is null ? CoachingLinks.ProfileSection(ProfileSection.Qualification.Id) : CoachingLinks.Profile)));

        bool IsAsked(string field) => fields.Contains(field) || (section.HasPools && field == ProfileProblems.PoolsField);
    }

    private async Task<IReadOnlyList<string>> FieldsAsync(ProfileSection section, CancellationToken cancellation) =>
        section == ProfileSection.About ? [.. section.Fields, .. await forms.AddedAsync(CoachProfile.Type, CoachProfile.Known, cancellation)] : section.Fields;

    private async Task<IActionResult> ShowAsync(ProfileSection section, OwnProfile? own, ContentItem item, bool isPosted, CancellationToken cancellation)
    {
        Section = section;
        Form = await forms.ShowAsync(item, await FieldsAsync(section, cancellation), isPosted ? Request.Form : null, cancellation);
        AllPools = section.HasPools ? [.. (await pools.AllAsync(cancellation)).Select(pool => new SelectListItem(pool.Name, pool.Id))] : [];
        IsSentToHr = section.IsApproved && own?.Row.State == CoachState.Approved;
        HasProfile = own is not null;
        return Page();
    }
}
