namespace LearningDev.MembersHub;

internal static class MemberSteps
{
    /// <summary>The heading under which the designer offers the steps of this module.</summary>
    public const string Category = "Members";
}
