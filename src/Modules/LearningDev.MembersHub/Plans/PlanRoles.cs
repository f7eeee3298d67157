using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Plans;

/// <summary>Says in words which roles a member has, as plans and requests name them.</summary>
internal static class PlanRoles
{
    /// <summary>The member's roles: as who they sit on the council, then their offices.</summary>
    public static IReadOnlyList<string> Of(Member member) =>
        [.. ((string[])[MemberWords.Of(member.Term.Kind), .. member.Offices.Select(office => MemberWords.Of(office.Kind, office.Row.Title, office.BodyName))]).Distinct()];
}
