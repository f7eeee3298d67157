namespace LearningDev.MembersHub.Plans;

/// <summary>Every address of personal development plans.</summary>
internal static class PlanLinks
{
    public const string Plan = "/members/plan";

    public const string Needs = "/members/plan/needs";

    public const string Goals = "/members/plan/goals";

    public const string Reviewer = "/members/plan/reviewer";

    public const string Manage = "/members/manage/plans";

    /// <summary>Somebody's plan, for its reviewer and those who may read plans.</summary>
    public static string Of(string personId) => $"{Plan}/of/{Uri.EscapeDataString(personId)}";
}
