using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Tasks;

/// <summary>What people are asked for.</summary>
internal enum TaskKind
{
    /// <summary>To decide by pressing a button.</summary>
    Decision,

    /// <summary>To answer a question, in words.</summary>
    Answer,

    /// <summary>To change what was asked for, and send it again.</summary>
    Change,
}

/// <summary>Where a task stands.</summary>
internal enum TaskState
{
    /// <summary>It waits for people.</summary>
    Open,

    /// <summary>It is decided.</summary>
    Decided,

    /// <summary>Nobody has to do it any more.</summary>
    Withdrawn,
}

/// <summary>Whose decision it takes.</summary>
internal enum DecisionRule
{
    /// <summary>Whoever is first.</summary>
    Any,

    /// <summary>Everyone must agree.</summary>
    All,

    /// <summary>As many as are named must agree.</summary>
    Count,
}

/// <summary>Something that people are asked to do in a case.</summary>
internal sealed class TaskRow
{
    public const int TitleLength = 300;

    public string Id { get; init; } = Identifiers.New();

    public required string CaseId { get; init; }

    public required string TypeId { get; init; }

    public required string ActivityId { get; init; }

    public required int Visit { get; init; }

    public required TaskKind Kind { get; init; }

    public TaskState State { get; set; }

    public required string Title { get; init; }

    /// <summary>What to look at, as plain text with line breaks; may be empty.</summary>
    public string Instructions { get; init; } = "";

    public required string CaseTitle { get; init; }

    public string CorrelationId { get; init; } = "";

    public string? OwnerId { get; init; }

    public string OwnerName { get; init; } = "";

    /// <summary>The buttons as JSON: a list of <see cref="Activities.DecisionButton"/>.</summary>
    public required string Buttons { get; init; }

    public DecisionRule Rule { get; init; }

    /// <summary>How many must agree.</summary>
    public int Needed { get; init; } = 1;

    /// <summary>True when it can be decided together with others of its kind.</summary>
    public bool AllowsBulk { get; init; }

    public required DateTime CreatedUtc { get; init; }

    /// <summary>The last day on which it is in time; null for none.</summary>
    public DateOnly? DueOn { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>The button, or how it ended otherwise; empty while it is open.</summary>
    public string Outcome { get; set; } = "";

    public int Revision { get; set; }
}

/// <summary>Where somebody's part in a task stands.</summary>
internal enum SeatState
{
    /// <summary>The person has not decided yet.</summary>
    Open,

    /// <summary>The person has decided, or somebody for them.</summary>
    Decided,

    /// <summary>The person's decision is not needed any more.</summary>
    Closed,
}

/// <summary>A person's part in a task. While the person is away, their delegate can take it.</summary>
internal sealed class SeatRow
{
    public const int CommentLength = 2000;

    public required string TaskId { get; init; }

    public required string PersonId { get; init; }

    public SeatState State { get; set; }

    /// <summary>Why this person, as people read it, for example "line manager".</summary>
    public required string Via { get; init; }

    /// <summary>The task's due day again, so that lists are ordered by an index; the last of days for none.</summary>
    public DateOnly DueOn { get; set; } = DateOnly.MaxValue;

    public string Decision { get; set; } = "";

    public string Comment { get; set; } = "";

    public string? DecidedById { get; set; }

    public string DecidedByName { get; set; } = "";

    public DateTime? DecidedUtc { get; set; }
}
