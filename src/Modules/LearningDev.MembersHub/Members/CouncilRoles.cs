namespace LearningDev.MembersHub.Members;

/// <summary>What members are on the council, as resources and role descriptions name it.</summary>
internal static class CouncilRoles
{
    public const string Member = "member";
    public const string Mayor = "mayor";
    public const string Executive = "executive";
    public const string Scrutiny = "scrutiny";
    public const string CommitteeMember = "committee-member";
    public const string Chair = "chair";
    public const string Speaker = "speaker";
    public const string OutsideBody = "outside-body";
    public const string Backbencher = "backbencher";
    public const string CoOptee = "co-optee";

    /// <summary>What a member is; nothing for who is no member.</summary>
    public static IReadOnlyList<string> Of(Member? member)
    {
        if (member is null)
        {
            return [];
        }

        var kinds = member.Offices.Select(office => office.Kind).ToHashSet();
        var seats = member.Offices.Where(office => office.Kind.IsOfABody()).ToList();
        (string Role, bool Has)[] all =
        [
            (Member, true),
            (Mayor, kinds.Contains(OfficeKind.Mayor)),
            (Executive, kinds.Contains(OfficeKind.Mayor) || kinds.Contains(OfficeKind.ExecutiveMember)),
            (Scrutiny, seats.Exists(seat => seat.BodyKind == BodyKind.OverviewAndScrutiny)),
            (CommitteeMember, seats.Exists(seat => seat.BodyKind == BodyKind.Committee)),
            (Chair, seats.Exists(seat => seat.BodyKind != BodyKind.OutsideBody && seat.Kind is OfficeKind.Chair or OfficeKind.ViceChair)),
            (Speaker, kinds.Contains(OfficeKind.Speaker)),
            (OutsideBody, seats.Exists(seat => seat.BodyKind == BodyKind.OutsideBody)),
            (Backbencher, member.IsBackbencher),
            (CoOptee, !member.IsElected),
        ];
        return [.. all.Where(one => one.Has).Select(one => one.Role)];
    }
}
