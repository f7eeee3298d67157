using LearningDev.Platform.Events;

namespace LearningDev.Workflows.Running;

/// <summary>A case was started.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Workflow">The name of its workflow.</param>
/// <param name="TypeId">The id of its workflow type.</param>
/// <param name="CorrelationId">What it is about, usually an item's id; may be empty.</param>
public sealed record CaseStarted(string CaseId, string Title, string Workflow, string TypeId, string CorrelationId) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Case", CaseId, Title);

    /// <inheritdoc />
    public string Summary => $"Started {Workflow} for {Title}";
}

/// <summary>A case has gone on and waits again.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Workflow">The name of its workflow.</param>
public sealed record CaseMoved(string CaseId, string Title, string Workflow) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Case", CaseId, Title);

    /// <inheritdoc />
    public string Summary => $"Went on with {Workflow} for {Title}";
}

/// <summary>A case is stuck at a step that could not be done.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Workflow">The name of its workflow.</param>
public sealed record CaseStuck(string CaseId, string Title, string Workflow) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Case", CaseId, Title);

    /// <inheritdoc />
    public string Summary => $"{Workflow} for {Title} is stuck";

    /// <inheritdoc />
    public string Reason { get; init; } = "";
}

/// <summary>A case has ended. What it was about may want to know how.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Workflow">The name of its workflow.</param>
/// <param name="TypeId">The id of its workflow type.</param>
/// <param name="CorrelationId">What it was about, usually an item's id; may be empty.</param>
/// <param name="Status">Whether it has come to its end, or was cancelled or withdrawn.</param>
/// <param name="Outcome">How it ended, as people read it; may be empty.</param>
public sealed record CaseEnded(string CaseId, string Title, string Workflow, string TypeId, string CorrelationId, CaseStatus Status, string Outcome) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Case", CaseId, Title);

    /// <inheritdoc />
    public string Summary => Status switch
    {
        CaseStatus.Withdrawn => $"Withdrew {Title} ({Workflow})",
        CaseStatus.Cancelled => $"Cancelled {Workflow} for {Title}",
        _ => Outcome.Length > 0 ? $"Finished {Workflow} for {Title}: {Outcome}" : $"Finished {Workflow} for {Title}",
    };
}

/// <summary>An administrator has said how a case goes on that was stuck.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="What">What was done, for example "Retried".</param>
/// <param name="Step">The step that it was stuck at.</param>
public sealed record CaseMended(string CaseId, string Title, string What, string Step) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Case", CaseId, Title);

    /// <inheritdoc />
    public string Summary => $"{What} “{Step}” of {Title}";

    /// <inheritdoc />
    public string Reason { get; init; } = "";
}

/// <summary>Cases were moved to another version of their workflow type.</summary>
/// <param name="TypeId">The type's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Number">The number of the version that they keep to now.</param>
/// <param name="Count">How many cases.</param>
public sealed record CasesMovedToVersion(string TypeId, string Name, int Number, int Count) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Workflow", TypeId, Name);

    /// <inheritdoc />
    public string Summary => $"Moved {Count} {(Count == 1 ? "case" : "cases")} of {Name} to version {Number}";
}
