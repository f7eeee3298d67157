using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Running;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>It waits for people, for a time or for something that happens.</summary>
    Waiting,

    /// <summary>It has come to its end.</summary>
    Finished,

    /// <summary>It is stuck at a step that could not be done; an administrator decides how it goes on.</summary>
    Faulted,

    /// <summary>An administrator has ended it.</summary>
    Cancelled,

    /// <summary>The person whose case it was has withdrawn it.</summary>
    Withdrawn,
}

/// <summary>A case: one run of a workflow type, on the version that it keeps to.</summary>
internal sealed class CaseRow
{
    public const int TitleLength = 300;
    public const int CorrelationLength = 100;
    public const int OutcomeLength = 200;

    public string Id { get; init; } = Identifiers.New();

    public required string TypeId { get; init; }

    public required string VersionId { get; set; }

    public required int VersionNumber { get; set; }

    public required CaseStatus Status { get; set; }

    public string CorrelationId { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>The person whose case it is; null for nobody's.</summary>
    public string? OwnerId { get; set; }

    public string OwnerName { get; set; } = "";

    /// <summary>True when the owner sees it among their requests.</summary>
    public bool IsRequest { get; set; }

    /// <summary><see cref="CaseState"/> as JSON.</summary>
    public required string State { get; set; }

    /// <summary>Rises with each burst; a concurrency token.</summary>
    public int Revision { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ChangedUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>How it ended, as people read it; empty while it goes on, and when there is nothing to say.</summary>
    public string Outcome { get; set; } = "";

    /// <summary>What is wrong, when it is stuck; empty otherwise.</summary>
    public string Fault { get; set; } = "";

    /// <summary>The case whose step has started this one; null for none.</summary>
    public string? ParentCaseId { get; init; }

    /// <summary>That step and its visit, for example "ask:1"; null when nobody waits for the end of this one.</summary>
    public string? ParentStep { get; init; }

    /// <summary>The types whose cases have caused this one, the nearest last, so that cases do not start each other for ever.</summary>
    public string Chain { get; init; } = "";
}
