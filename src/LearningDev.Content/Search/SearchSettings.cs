namespace LearningDev.Content.Search;

/// <summary>What councils set differently about searching; the settings section "SearchSettings".</summary>
public sealed class SearchSettings
{
    /// <summary>How many hours pass between two checks of the search index against what is published; 1 or more.</summary>
    public int DriftCheckHours { get; set; } = 24;
}
