using LearningDev.Platform.Data;

namespace LearningDev.Platform.People;

/// <summary>A directorate, service or team: a place in the tree directorate › service › team.</summary>
public sealed class OrganisationUnit
{
    /// <summary>The unit's id.</summary>
    public string Id { get; init; } = Identifiers.New();

    /// <summary>The short code by which files refer to the unit; unique.</summary>
    public required string Code { get; set; }

    /// <summary>The unit's name.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it is a directorate, a service or a team.</summary>
    public required UnitKind Kind { get; set; }

    /// <summary>The unit above; null for a directorate.</summary>
    public string? ParentId { get; set; }

    /// <summary>The person who heads the unit, for example a service's chief officer.</summary>
    public string? HeadId { get; set; }
}

/// <summary>The three levels of the structure.</summary>
public enum UnitKind
{
    /// <summary>The highest level, led by a director.</summary>
    Directorate,

    /// <summary>A service of a directorate, led by a chief officer or head of service.</summary>
    Service,

    /// <summary>A team of a service.</summary>
    Team,
}
