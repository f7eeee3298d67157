using LearningDev.Platform.Data;

namespace LearningDev.MembersHub.Members;

/// <summary>What a body of the council is.</summary>
internal enum BodyKind
{
    /// <summary>A committee, sub-committee or panel of the council.</summary>
    Committee,

    /// <summary>An overview and scrutiny committee.</summary>
    OverviewAndScrutiny,

    /// <summary>A body outside the council to which it appoints members.</summary>
    OutsideBody,
}

/// <summary>How somebody became a member.</summary>
internal enum TermKind
{
    /// <summary>At an election of the whole council, or a by-election.</summary>
    Elected,

    /// <summary>Directly elected as the Mayor.</summary>
    ElectedMayor,

    /// <summary>Co-opted to a committee.</summary>
    CoOpted,
}

/// <summary>An office that a member holds for a time (MEM-02).</summary>
internal enum OfficeKind
{
    /// <summary>The Mayor: the directly elected one, or the leader where there is none.</summary>
    Mayor,

    /// <summary>A member of the executive with a portfolio.</summary>
    ExecutiveMember,

    /// <summary>Chairs meetings of the council.</summary>
    Speaker,

    /// <summary>Chairs a body.</summary>
    Chair,

    /// <summary>Chairs a body when the chair is away.</summary>
    ViceChair,

    /// <summary>Sits on a body.</summary>
    BodyMember,

    /// <summary>Sits on a body in the place of a member who is away.</summary>
    Substitute,

    /// <summary>Leads a political group.</summary>
    GroupLeader,

    /// <summary>The whip of a political group.</summary>
    GroupWhip,
}

/// <summary>A ward, for which councillors are elected.</summary>
internal sealed class WardRow
{
    public const int NameLength = 100;

    public string Id { get; init; } = Identifiers.New();

    public required string Name { get; set; }

    /// <summary>How many councillors it elects; 1 to 9.</summary>
    public int Seats { get; set; } = 1;

    /// <summary>The last day on which it exists; null while none is known.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A political group on the council.</summary>
internal sealed class PoliticalGroupRow
{
    public const int NameLength = 100;

    public string Id { get; init; } = Identifiers.New();

    public required string Name { get; set; }

    /// <summary>The last day on which it exists; null while none is known.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A committee or an outside body. Its id is used in the keys of groups and never changes.</summary>
internal sealed class BodyRow
{
    public const int NameLength = 150;

    public string Id { get; init; } = Identifiers.New();

    public required string Name { get; set; }

    public required BodyKind Kind { get; set; }

    /// <summary>The last day on which it exists; null while none is known.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>A time for which somebody is a member. Terms of one person do not overlap.</summary>
internal sealed class TermRow
{
    public const int PersonNameLength = 201;
    public const int ReasonLength = 300;

    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    /// <summary>The person's name, so that it stays when the account is gone.</summary>
    public required string PersonName { get; set; }

    public required TermKind Kind { get; set; }

    /// <summary>The ward; null for the Mayor and for co-optees.</summary>
    public string? WardId { get; set; }

    /// <summary>The first day in office.</summary>
    public required DateOnly From { get; set; }

    /// <summary>The last day in office; null while none is known.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why it ended, for example "Did not stand"; empty while it lasts.</summary>
    public string EndReason { get; set; } = "";

    /// <summary>Rises with each change; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>A time for which a member belongs to a political group. Those of one person do not overlap.</summary>
internal sealed class GroupMembershipRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required string GroupId { get; init; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }
}

/// <summary>An office that somebody holds for a time.</summary>
internal sealed class OfficeRow
{
    public const int TitleLength = 150;

    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required OfficeKind Kind { get; init; }

    /// <summary>The body, for offices of one; null for others.</summary>
    public string? BodyId { get; init; }

    /// <summary>The political group, for its leader and whip; null for others.</summary>
    public string? GroupId { get; init; }

    /// <summary>The portfolio of a member of the executive, for example "Housing"; empty for others.</summary>
    public string Title { get; set; } = "";

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }
}
