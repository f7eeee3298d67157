using LearningDev.Platform.Data;
using LearningDev.Platform.People;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>By what a rule gives its role.</summary>
public enum RoleRuleKind
{
    /// <summary>Everyone with an account has the role.</summary>
    Everyone,

    /// <summary>Those have it who line manage at least one person who is there today.</summary>
    LineManagers,

    /// <summary>Those have it who head a unit of a kind; the value is the <see cref="UnitKind"/>.</summary>
    UnitHeads,

    /// <summary>Those have it who belong to a unit or to one below it; the value is the unit's code.</summary>
    UnitMembers,

    /// <summary>Those have it who are of a role level; the value is the key of one of <see cref="PeopleSettings.RoleLevels"/>.</summary>
    RoleLevel,
}

/// <summary>A rule that gives a role by a person's place in the structure (ADM-01).</summary>
public sealed class RoleRule
{
    /// <summary>The rule's id.</summary>
    public string Id { get; init; } = Identifiers.New();

    /// <summary>The id of the role that it gives.</summary>
    public required string RoleId { get; init; }

    /// <summary>By what it gives the role.</summary>
    public required RoleRuleKind Kind { get; init; }

    /// <summary>What the kind needs to know, or empty.</summary>
    public string Value { get; init; } = "";
}

/// <summary>What rules look at in a person.</summary>
/// <param name="RoleLevel">The key of the person's role level, or empty.</param>
/// <param name="Reports">How many people the person line manages today.</param>
/// <param name="Heads">The kinds of unit that the person heads.</param>
/// <param name="Units">The codes of the person's unit and of all units above it.</param>
public sealed record PersonPlace(string RoleLevel, int Reports, IReadOnlyCollection<UnitKind> Heads, IReadOnlyCollection<string> Units)
{
    /// <summary>True when a rule gives its role to the person.</summary>
    /// <param name="kind">By what the rule gives it.</param>
    /// <param name="value">What the kind needs to know.</param>
    public bool Fulfils(RoleRuleKind kind, string value) => kind switch
    {
        RoleRuleKind.Everyone => true,
        RoleRuleKind.LineManagers => Reports > 0,
        RoleRuleKind.UnitHeads => Heads.Any(head => string.Equals(head.ToString(), value, StringComparison.OrdinalIgnoreCase)),
        RoleRuleKind.UnitMembers => Units.Contains(value, StringComparer.OrdinalIgnoreCase),
        RoleRuleKind.RoleLevel => RoleLevel.Length > 0 && string.Equals(RoleLevel, value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
