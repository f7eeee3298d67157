using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Plans.Goals;

/// <summary>The goals of one's plan, and what editors have added to the form.</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class GoalsModel(MemberPlans plans, OwnForms forms) : PageModel
{
    public OwnForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await plans.OwnAsync(cancellation) is not { } plan)
        {
            return Redirect(Url.Content("~" + PlanLinks.Plan));
        }

        Form = await forms.ShowAsync(plan.Item, await plans.FieldsAsync(cancellation), null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await plans.TakeAsync(cancellation) is not { } plan)
        {
            return NotFound();
        }

        var fields = await plans.FieldsAsync(cancellation);
        foreach (var error in await forms.ReadAsync(plan.Item, fields, Request.Form, cancellation))
        {
            ModelState.AddModelError(error.Key, error.Message);
        }

        if (ModelState.IsValid && !OwnForms.IsOnlyShownAgain(Request.Form))
        {
            await plans.SaveFieldsAsync(plan, cancellation);
            return Redirect(Url.Content("~" + (plan.Row.ReviewerId is null ? PlanLinks.Reviewer : PlanLinks.Plan)));
        }

        Form = await forms.ShowAsync(plan.Item, fields, Request.Form, cancellation);
        return Page();
    }
}
