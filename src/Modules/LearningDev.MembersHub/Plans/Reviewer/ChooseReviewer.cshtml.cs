using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.MembersHub.Plans.Reviewer;

/// <summary>A member chooses who reads their plan.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class ChooseReviewerModel(MemberPlans plans) : PageModel
{
    [BindProperty]
    public string? ReviewerId { get; set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await plans.OwnAsync(cancellation) is not { } plan)
        {
            return Redirect(Url.Content("~" + PlanLinks.Plan));
        }

        ReviewerId = plan.Row.ReviewerId;
        await ReadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await plans.TakeAsync(cancellation) is not { } plan)
        {
            return NotFound();
        }

        var people = await ReadAsync(cancellation);
        if (people.FirstOrDefault(one => one.Id == ReviewerId) is not { Id: not null } chosen)
        {
            ModelState.AddModelError(nameof(ReviewerId), "Choose who reads your plan");
            return Page();
        }

        await plans.ChooseAsync(plan, chosen.Id, chosen.Name, cancellation);
        return Redirect(Url.Content("~" + PlanLinks.Plan));
    }

    private async Task<IReadOnlyList<(string Id, string Name, string Place)>> ReadAsync(CancellationToken cancellation)
    {
        var people = await plans.ReviewersAsync(cancellation);
        People = [.. people.Select(one => new SelectListItem(one.Place.Length > 0 ? $"{one.Name}, {one.Place}" : one.Name, one.Id))];
        return people;
    }
}
