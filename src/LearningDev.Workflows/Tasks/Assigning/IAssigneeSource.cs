namespace LearningDev.Workflows.Tasks.Assigning;

/// <summary>
/// Finds people by a relationship that a module knows, for example who holds a budget. Register it as a scoped service; its <see cref="Key"/> is one of
/// <see cref="Relationships"/> that the portal does not find itself.
/// </summary>
public interface IAssigneeSource
{
    /// <summary>The relationship, for example <see cref="Relationships.BudgetHolder"/>.</summary>
    string Key { get; }

    /// <summary>Finds the people; none when nobody is known.</summary>
    /// <param name="ownerId">The person whose case it is; null for nobody's.</param>
    /// <param name="contentItemId">The item that the case is about; empty for none.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<string>> FindAsync(string? ownerId, string contentItemId, CancellationToken cancellation);
}

/// <summary>The relationships by which people can be asked.</summary>
public static class Relationships
{
    /// <summary>The line manager of the person who asked.</summary>
    public const string LineManager = "LineManager";

    /// <summary>That manager's own line manager.</summary>
    public const string ManagersManager = "ManagersManager";

    /// <summary>The head of the service to which the person who asked belongs.</summary>
    public const string ChiefOfficer = "ChiefOfficer";

    /// <summary>The head of the directorate to which the person who asked belongs.</summary>
    public const string Director = "Director";

    /// <summary>Who holds the budget that pays; a module knows.</summary>
    public const string BudgetHolder = "BudgetHolder";

    /// <summary>The whip of the group to which a councillor belongs; a module knows.</summary>
    public const string GroupWhip = "GroupWhip";

    /// <summary>The leader of the group to which a councillor belongs; a module knows.</summary>
    public const string GroupLeader = "GroupLeader";

    /// <summary>The people who have a role.</summary>
    public const string Role = "Role";

    /// <summary>People by name.</summary>
    public const string People = "People";

    /// <summary>The people in a field of the item.</summary>
    public const string Field = "Field";

    /// <summary>The person who asked.</summary>
    public const string Owner = "Owner";

    /// <summary>What each is called within a sentence.</summary>
    internal static string Words(string key) => key switch
    {
        LineManager => "line manager",
        ManagersManager => "manager’s manager",
        ChiefOfficer => "chief officer of the service",
        Director => "head of the directorate",
        BudgetHolder => "budget holder",
        GroupWhip => "group whip",
        GroupLeader => "group leader",
        Field => "named in the request",
        People => "named in the workflow",
        Owner => "asked for it",
        _ => key,
    };

    /// <summary>True for those of which a module must know.</summary>
    internal static bool IsOfAModule(string key) => key is BudgetHolder or GroupWhip or GroupLeader;
}
