using LearningDev.MembersHub.Hub;
using LearningDev.Platform.Ui;
using LearningDev.Platform.Ui.Panels;

namespace LearningDev.MembersHub.Plans;

/// <summary>On the hub's home, what a member has to do about their plan; nothing while it is complete (MEM-03).</summary>
internal sealed class OwnPlanPanel(HubPerson hub, MemberPlans plans) : IPanel
{
    public async Task<PanelView?> BuildAsync(PanelContext context, CancellationToken cancellation)
    {
        if ((await hub.FindAsync(cancellation)).Member is not { } member)
        {
            return null;
        }

        var standing = await plans.StandingAsync(member, cancellation);
        return standing.Stage == PlanStage.Complete
            ? null
            : new PanelView(HubCard.View, standing.IsComplete
                ? new HubCard("Review your development plan", PlanLinks.Plan, $"Look at it again by {DateWords.Day(standing.DueOn)}.")
                : new HubCard("Write your development plan", PlanLinks.Plan, $"Complete it by {DateWords.Day(standing.DueOn)}. It opens your training budget."));
    }
}
