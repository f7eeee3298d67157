using LearningDev.Platform.Events;

namespace LearningDev.Content.Editing.Bulk.Keeping;

/// <summary>Somebody looks at what a change of many items would do.</summary>
/// <param name="Id">What it is kept as.</param>
/// <param name="What">What would be done, for example "Publish 12 items".</param>
public sealed record BulkChangeChosen(string Id, string What) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Change of many items", Id, What);

    /// <inheritdoc />
    public string Summary => $"Looked at what would happen: {What}";
}

/// <summary>Somebody has many items changed together. Each item that is changed has its own row in the audit.</summary>
/// <param name="Id">What it is kept as.</param>
/// <param name="What">What is done, for example "Publish 12 items".</param>
public sealed record BulkChangeBegun(string Id, string What) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Change of many items", Id, What);

    /// <inheritdoc />
    public string Summary => $"Began: {What}";

    /// <inheritdoc />
    public required string Reason { get; init; }
}
