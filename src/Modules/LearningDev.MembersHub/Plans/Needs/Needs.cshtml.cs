using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Plans.Needs;

/// <summary>What a member needs to learn: for their roles, for the strategic plan, and in general (MEM-03).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class NeedsModel(MemberPlans plans, ISettings settings, TimeProvider time) : PageModel
{
    /// <summary>The id that a new need gets, so that a form that is sent twice adds one.</summary>
    [BindProperty]
    public string? NewNeed { get; set; }

    /// <summary>Area and name, with a colon between.</summary>
    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? Weight { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    public OwnPlan Plan { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Abouts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Ways { get; private set; } = [];

    public static IEnumerable<SelectListItem> Weights => Enum.GetValues<NeedWeight>().Select(weight => new SelectListItem(NeedWords.Of(weight), weight.ToString()));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        NewNeed = Identifiers.New();
        return await plans.OwnAsync(cancellation) is { } plan ? await ShowAsync(plan, cancellation) : Redirect(Url.Content("~" + PlanLinks.Plan));
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        if (await plans.TakeAsync(cancellation) is not { } plan)
        {
            return NotFound();
        }

        await ShowAsync(plan, cancellation);
        var (about, what) = (Abouts.FirstOrDefault(one => one.Value == About), (What ?? "").Trim());
        if (about is null)
        {
            ModelState.AddModelError(nameof(About), "Choose what it is for");
        }

        if (what.Length is 0 or > NeedRow.WhatLength)
        {
            ModelState.AddModelError(nameof(What), what.Length == 0 ? "Enter what you need to learn" : $"What you need to learn must be {NeedRow.WhatLength} characters or less");
        }

        if (!Enum.TryParse<NeedWeight>(Weight, out var weight) || !Enum.IsDefined(weight))
        {
            ModelState.AddModelError(nameof(Weight), "Select how much you need it");
        }

        if (Ways.All(one => one.Value != Way))
        {
            ModelState.AddModelError(nameof(Way), "Choose how you would like to learn it");
        }

        if (plan.Needs.Count >= NeedRow.Most)
        {
            ModelState.AddModelError("", $"A plan can have {NeedRow.Most} needs. Remove one first");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (area, name) = (about!.Value.Split(':', 2)[0], about.Value.Split(':', 2)[1]);
        await plans.AddAsync(
            plan,
            new NeedRow
            {
                Id = NewNeed is { Length: Identifiers.MaximumLength } given && given.All(char.IsAsciiLetterOrDigit) ? given : Identifiers.New(),
                PersonId = plan.Row.PersonId,
                Area = Enum.Parse<NeedArea>(area),
                About = name,
                What = what,
                Weight = weight,
                Way = Way!,
                CreatedUtc = time.GetUtcNow().UtcDateTime,
            },
            cancellation);
        return Redirect(Url.Content("~" + PlanLinks.Needs));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? need, CancellationToken cancellation)
    {
        if (await plans.TakeAsync(cancellation) is not { } plan)
        {
            return NotFound();
        }

        await plans.RemoveAsync(plan, need, cancellation);
        return Redirect(Url.Content("~" + PlanLinks.Needs));
    }

    private async Task<IActionResult> ShowAsync(OwnPlan plan, CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<MemberPlanSettings>(cancellation);
        Plan = plan;
        Abouts =
        [
            .. PlanRoles.Of(plan.Member).Select(name => Item(NeedArea.Role, name, "Your role: ")),
            .. rules.StrategicPriorities.Select(name => Item(NeedArea.Priority, name, "Strategic plan: ")),
            .. rules.GeneralSkills.Select(name => Item(NeedArea.Skill, name, "Skill: ")),
        ];
        Ways = [.. rules.Ways.Select(way => new SelectListItem(way, way))];
        return Page();
    }

    private static SelectListItem Item(NeedArea area, string name, string prefix)
    {
        var kept = name.Length <= NeedRow.AboutLength ? name : name[..NeedRow.AboutLength];
        return new SelectListItem(prefix + kept, $"{area}:{kept}");
    }
}
