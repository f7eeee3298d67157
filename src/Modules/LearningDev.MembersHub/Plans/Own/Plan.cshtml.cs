using LearningDev.Content.Pages;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Layout;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.MembersHub.Plans.Own;

/// <summary>One's own personal development plan, and completing it (MEM-03).</summary>
[RequiresPermission("ViewMembersHub")]
internal sealed class PlanModel(MemberPlans plans, ShownFields fields, ISettings settings) : PageModel
{
    public OwnPlan? Plan { get; private set; }

    public IReadOnlyList<ShownField> Shown { get; private set; } = [];

    public IReadOnlyList<(string Url, string Message)> Problems { get; private set; } = [];

    public bool OpensBudget { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) => await ShowAsync(await plans.OwnAsync(cancellation), cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await plans.TakeAsync(cancellation) is not { } plan)
        {
            return NotFound();
        }

        if (!await plans.CompleteAsync(plan, cancellation))
        {
            ModelState.AddModelError("", "Something is missing. Put it right before you complete the plan");
            await ShowAsync(plan, cancellation);
            return Page();
        }

        TempData[PageFrame.Message] = "Your plan is complete";
        return Redirect(Url.Content("~" + PlanLinks.Plan));
    }

    private async Task ShowAsync(OwnPlan? plan, CancellationToken cancellation)
    {
        if ((Plan = plan) is null)
        {
            return;
        }

        Shown = await fields.OfPageAsync(plan!.Item, unsaid: true, cancellation);
        Problems = await plans.ProblemsAsync(plan, cancellation);
        OpensBudget = plan.Standing.OpensBudget(await settings.GetAsync<MemberPlanSettings>(cancellation));
    }
}
