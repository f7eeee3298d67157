using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Plans;

/// <summary>Says in words which roles a member has, as plans and requests name them.</summary>
internal static class PlanRoles
{
    /// <summary>The member's roles: as who they sit on the council, then their offices.</summary>
    public static IReadOnlyList<string> Of(Member member) =>
    [
        .. ((string[])[
            member.Term.Kind switch
            {
                TermKind.Elected => "Ward councillor",
                TermKind.ElectedMayor => "Mayor",
                _ => "Co-opted member",
            },
            .. member.Offices.Select(office => office.Kind switch
            {
                OfficeKind.Mayor => "Mayor",
                OfficeKind.ExecutiveMember => office.Row.Title.Length > 0 ? $"Executive member: {office.Row.Title}" : "Executive member",
                OfficeKind.Speaker => "Speaker",
                OfficeKind.Chair => $"Chair of {office.BodyName}",
                OfficeKind.ViceChair => $"Vice-chair of {office.BodyName}",
                OfficeKind.BodyMember => $"Member of {office.BodyName}",
                OfficeKind.Substitute => $"Substitute on {office.BodyName}",
                OfficeKind.GroupLeader => "Group leader",
                _ => "Group whip",
            }),
        ]).Distinct(),
    ];
}
