namespace LearningDev.Workflows.Running;

/// <summary>That a step of a case waits: for a time, for something that happens, or for people.</summary>
internal sealed class CaseWait
{
    /// <summary>The correlation of a step that goes on whatever the event is about.</summary>
    public const string Anything = "*";

    public required string CaseId { get; init; }

    public required string ActivityId { get; init; }

    public required int Visit { get; init; }

    /// <summary>The event that goes on with the step, for example "SignalEvent"; null for none.</summary>
    public string? EventName { get; set; }

    /// <summary>What the event must be about; <see cref="Anything"/> for anything.</summary>
    public string Correlation { get; set; } = "";

    /// <summary>True when that is what the case is about, and changes with it.</summary>
    public bool IsOwnCorrelation { get; set; }

    /// <summary>When the step is to be looked at whatever has happened; null for never.</summary>
    public DateTime? DueUtc { get; set; }

    public required DateTime SinceUtc { get; init; }

    /// <summary>The branch by which the step was come to; null at the start.</summary>
    public string? Branch { get; init; }
}

/// <summary>How a step of the journal ended.</summary>
public enum JournalStatus
{
    /// <summary>It was done, and what follows came next.</summary>
    Done,

    /// <summary>It waits.</summary>
    Waiting,

    /// <summary>It could not be done.</summary>
    Faulted,

    /// <summary>An administrator has passed it over after a fault.</summary>
    Skipped,

    /// <summary>It waits no longer, because the case has ended or another branch was quicker.</summary>
    Cancelled,

    /// <summary>A branch has come to a join that waits for others.</summary>
    Arrived,
}

/// <summary>A row of a case's journal.</summary>
internal sealed class JournalRow
{
    public const int WordsLength = 500;
    public const int ErrorLength = 2000;

    public required string CaseId { get; init; }

    /// <summary>Counts the rows of the case from 1.</summary>
    public required int Sequence { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityName { get; init; }

    public required string Title { get; init; }

    public required int Visit { get; init; }

    /// <summary>True when the step went on after it had waited.</summary>
    public required bool IsResume { get; init; }

    public required JournalStatus Status { get; init; }

    /// <summary>What the step worked with, as JSON; empty for nothing.</summary>
    public string Inputs { get; init; } = "";

    /// <summary>The outcomes with which it was left, each on a line.</summary>
    public string Outcomes { get; init; } = "";

    public string? PersonId { get; init; }

    public required string PersonName { get; init; }

    public required DateTime StartedUtc { get; init; }

    public required int Milliseconds { get; init; }

    /// <summary>What was wrong; empty otherwise.</summary>
    public string Error { get; init; } = "";

    /// <summary>What the history says, in plain words; empty for nothing that people need to know.</summary>
    public string Words { get; init; } = "";
}
