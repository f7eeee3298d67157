using LearningDev.Tests.MembersHub.Budgets;

namespace LearningDev.Tests.MembersHub.Plans;

/// <summary>The members of <see cref="BudgetPortal"/>, nobody with a plan.</summary>
public class PlansPortal : BudgetPortal
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await this.NoPlansAsync();
    }
}
