using LearningDev.MembersHub.Members;

namespace LearningDev.MembersHub.Resources;

/// <summary>What members need first, by their offices and the bodies on which they sit (MEM-01).</summary>
internal static class Needs
{
    /// <summary>The offices that a resource can name.</summary>
    public static IReadOnlyList<string> Offices { get; } =
    [
        CouncilRoles.Mayor, CouncilRoles.Executive, CouncilRoles.Scrutiny, CouncilRoles.CommitteeMember, CouncilRoles.Chair, CouncilRoles.Speaker, CouncilRoles.Backbencher, CouncilRoles.CoOptee,
    ];

    /// <summary>The offices of a member, as resources name them; none for who is no member.</summary>
    public static IReadOnlyList<string> OfficesOf(Member? member) => [.. CouncilRoles.Of(member).Intersect(Offices)];

    /// <summary>The ids of the bodies on which a member sits, outside bodies too; none for who is no member.</summary>
    public static IReadOnlyList<string> BodiesOf(Member? member) => member is null ? [] : [.. member.Offices.Select(office => office.Row.BodyId).OfType<string>().Distinct()];

    /// <summary>What the search knows a body by, beside offices.</summary>
    public static string OfBody(string bodyId) => $"body-{bodyId}";
}
