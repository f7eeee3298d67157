namespace LearningDev.MembersHub.Budgets;

/// <summary>Every address of members' plans, budgets and requests.</summary>
internal static class BudgetLinks
{
    /// <summary>The home of the Members Hub.</summary>
    public const string Hub = "/members";

    public const string Budget = "/members/budget";

    public const string ManageBudgets = "/members/manage/budgets";

    /// <summary>The settings that these pages name.</summary>
    public const string Settings = "/admin/settings/MemberBudgetSettings";

    public static string BudgetOf(string personId, DateOnly yearStart) => $"{ManageBudgets}/{Uri.EscapeDataString(personId)}?year={yearStart:yyyy-MM-dd}";
}
