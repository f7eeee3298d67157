using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Editing.Scheduling;

/// <summary>It was planned to publish or archive an item at a time.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="DueUtc">When, in UTC.</param>
/// <param name="VersionId">The version that is to be published; empty for archiving.</param>
public sealed record ContentChangePlanned(string ContentType, string ContentItemId, string Name, PlannedAction Action, DateTime DueUtc, string VersionId)
    : PlanEvent(ContentType, ContentItemId, Name, Action)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Summary => $"Planned to {Doing} {Name}";
}

/// <summary>A planned change of an item was cancelled.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Action">What was to be done.</param>
public sealed record ContentPlanCancelled(string ContentType, string ContentItemId, string Name, PlannedAction Action)
    : PlanEvent(ContentType, ContentItemId, Name, Action)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Summary => $"Cancelled the plan to {Doing} {Name}";
}

/// <summary>A planned change of an item could not be made when it was due.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Action">What was to be done.</param>
public sealed record ContentPlanRefused(string ContentType, string ContentItemId, string Name, PlannedAction Action)
    : PlanEvent(ContentType, ContentItemId, Name, Action)
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Summary => $"Could not {Doing} {Name} at the planned time";
}

/// <summary>Something became of a plan to change an item.</summary>
/// <param name="ContentType">The item's type.</param>
/// <param name="ContentItemId">The item's id.</param>
/// <param name="Name">The item's name.</param>
/// <param name="Action">What was to be done.</param>
public abstract record PlanEvent(string ContentType, string ContentItemId, string Name, PlannedAction Action) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new(ContentType, ContentItemId, Name);

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <inheritdoc />
    [JsonIgnore]
    public string Reason { get; init; } = "";

    private protected string Doing => Action == PlannedAction.Publish ? "publish" : "archive";
}
