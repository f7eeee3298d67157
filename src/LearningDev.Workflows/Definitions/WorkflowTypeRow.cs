using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Definitions;

/// <summary>A workflow type: whether it is on, which version is published, and the draft that somebody works on.</summary>
internal sealed class WorkflowTypeRow
{
    public const int NameLength = 200;

    public required string Id { get; init; }

    public required string Name { get; set; }

    public bool IsEnabled { get; set; }

    /// <summary>The version that new cases keep to; null before the first was published.</summary>
    public string? VersionId { get; set; }

    /// <summary>The number of that version; 0 before the first.</summary>
    public int VersionNumber { get; set; }

    /// <summary>The draft as JSON; null when nothing differs from what is published.</summary>
    public string? Draft { get; set; }

    /// <summary>Rises with each save of the draft, and when a version is published; a concurrency token.</summary>
    public int Revision { get; set; }

    public DateTime ChangedUtc { get; set; }

    public string ChangedBy { get; set; } = "";
}

/// <summary>A version of a workflow type, which never changes.</summary>
internal sealed class WorkflowVersionRow
{
    public const int NoteLength = 500;

    public string Id { get; init; } = Identifiers.New();

    public required string TypeId { get; init; }

    /// <summary>Counts the type's versions from 1.</summary>
    public required int Number { get; init; }

    public required string Json { get; init; }

    public required DateTime PublishedUtc { get; init; }

    public required string PublishedBy { get; init; }

    /// <summary>Why, in the words of who published it; empty when nobody said.</summary>
    public required string Note { get; init; }
}
