namespace LearningDev.Content.Definitions.History;

/// <summary>A version of a content type or part: what it was, who saved it and when (CMS-02). Rows are only ever added.</summary>
internal sealed class DefinitionVersion
{
    /// <summary>The JSON of a definition that was removed.</summary>
    public const string Removed = "";

    public const int LongestWhat = 300;

    /// <summary>"Type" or "Part".</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    /// <summary>The definition; <see cref="Removed"/> where it was removed.</summary>
    public required string Json { get; init; }

    /// <summary>When it was saved; null for what was there before the history began.</summary>
    public DateTime? SavedUtc { get; init; }

    public string PersonName { get; init; } = "";

    /// <summary>What was done, in a sentence; empty when nothing more is known than that it changed.</summary>
    public string What { get; init; } = "";

    /// <summary>The version that was restored; null for a new one.</summary>
    public int? RestoredVersion { get; init; }
}
