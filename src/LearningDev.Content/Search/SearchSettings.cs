namespace LearningDev.Content.Search;

/// <summary>What councils set differently about searching; the settings section "SearchSettings".</summary>
public sealed class SearchSettings
{
    /// <summary>For how many days it is kept how often something was searched for: a year. At least one day.</summary>
    public int EvidenceDays { get; set; } = 365;
}
