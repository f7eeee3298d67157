namespace LearningDev.Workflows.Triggers;

/// <summary>What is to be run.</summary>
internal enum WorkKind
{
    /// <summary>Something has happened; which cases it concerns is found out when its turn comes.</summary>
    Event,

    /// <summary>A case is to be started.</summary>
    Start,

    /// <summary>A step of a case is to go on.</summary>
    Resume,
}

/// <summary>
/// Work for the engine, written in the transaction of what has caused it. Whoever does it takes the row away in the transaction of the burst, so that it is done once. What is about
/// one thing is done in the order in which it came.
/// </summary>
internal sealed class WorkRow
{
    public const int ErrorLength = 1000;

    public long Id { get; init; }

    /// <summary>The row that this one came of, whose place in the order it takes; null for its own.</summary>
    public long? Position { get; init; }

    public required WorkKind Kind { get; init; }

    /// <summary>The event's name, for example "ContentPublishedEvent"; of a start, the same or empty.</summary>
    public string EventName { get; init; } = "";

    /// <summary>What it is about; empty for nothing.</summary>
    public string Correlation { get; init; } = "";

    /// <summary>The type of which a case is to be started.</summary>
    public string? TypeId { get; init; }

    /// <summary>The case that goes on, or the id that the new one gets.</summary>
    public string? CaseId { get; init; }

    /// <summary>The step that goes on, or that starts the case.</summary>
    public string? ActivityId { get; init; }

    public int Visit { get; init; }

    /// <summary>The event's values as JSON.</summary>
    public string Input { get; init; } = "{}";

    /// <summary>Who has caused it; null for the portal itself.</summary>
    public string? PersonId { get; init; }

    public string PersonName { get; init; } = "";

    /// <summary>The types whose cases have caused it, the nearest last, separated by commas.</summary>
    public string Chain { get; init; } = "";

    /// <summary>The case whose step waits for the end of the new one; null for none.</summary>
    public string? ParentCaseId { get; init; }

    /// <summary>That step and its visit.</summary>
    public string? ParentStep { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime NextUtc { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why it could not be done; empty when nothing is wrong.</summary>
    public string Error { get; set; } = "";
}
