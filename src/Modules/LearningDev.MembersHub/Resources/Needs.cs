using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Resources;

/// <summary>What members need first, by their offices and the bodies on which they sit (MEM-01).</summary>
internal static class Needs
{
    public const string Mayor = "mayor";
    public const string Executive = "executive";
    public const string Scrutiny = "scrutiny";
    public const string CommitteeMember = "committee-member";
    public const string Chair = "chair";
    public const string Speaker = "speaker";
    public const string Backbencher = "backbencher";
    public const string CoOptee = "co-optee";

    /// <summary>The offices that a resource can name.</summary>
    public static IReadOnlyList<string> Offices { get; } = [Mayor, Executive, Scrutiny, CommitteeMember, Chair, Speaker, Backbencher, CoOptee];

    /// <summary>The offices of a member, as resources name them; none for who is no member.</summary>
    public static IReadOnlyList<string> OfficesOf(Member? member)
    {
        if (member is null)
        {
            return [];
        }

        var kinds = member.Offices.Select(office => office.Kind).ToHashSet();
        var seats = member.Offices.Where(IsSeat).ToList();
        (string Office, bool Holds)[] all =
        [
            (Mayor, kinds.Contains(OfficeKind.Mayor)),
            (Executive, kinds.Contains(OfficeKind.Mayor) || kinds.Contains(OfficeKind.ExecutiveMember)),
            (Scrutiny, seats.Exists(seat => seat.BodyKind == BodyKind.OverviewAndScrutiny)),
            (CommitteeMember, seats.Count > 0),
            (Chair, seats.Exists(seat => seat.Kind is OfficeKind.Chair or OfficeKind.ViceChair)),
            (Speaker, kinds.Contains(OfficeKind.Speaker)),
            (Backbencher, member.IsBackbencher),
            (CoOptee, !member.IsElected),
        ];
        return [.. all.Where(one => one.Holds).Select(one => one.Office)];
    }

    /// <summary>The ids of the bodies on which a member sits, outside bodies too; none for who is no member.</summary>
    public static IReadOnlyList<string> BodiesOf(Member? member) => member is null ? [] : [.. member.Offices.Select(office => office.Row.BodyId).OfType<string>().Distinct()];

    /// <summary>What the search knows a body by, beside offices.</summary>
    public static string OfBody(string bodyId) => $"body-{bodyId}";

    private static bool IsSeat(Office office) => office.BodyKind is BodyKind.Committee or BodyKind.OverviewAndScrutiny
        && office.Kind is OfficeKind.BodyMember or OfficeKind.Substitute or OfficeKind.Chair or OfficeKind.ViceChair;
}
