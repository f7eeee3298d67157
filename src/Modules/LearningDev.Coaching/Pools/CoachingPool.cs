using LearningDev.Content.Fields;

namespace LearningDev.Coaching.Pools;

/// <summary>A pool of coaches with its rules, as editors write it (COA-01): a part of its content item, to which they may add fields.</summary>
internal sealed class CoachingPool
{
    public TextField Summary { get; set; } = new();

    public MarkdownField About { get; set; } = new();

    /// <summary>The keys of the role levels that may ask; none for all.</summary>
    public MultiTextField Levels { get; set; } = new();

    /// <summary>The hours that one person may have; empty for no limit.</summary>
    public NumericField Hours { get; set; } = new();

    /// <summary>How many coaches of the pool one person may have at once.</summary>
    public NumericField MostAtOnce { get; set; } = new();

    /// <summary>Whether the two meet once before either signs.</summary>
    public BooleanField Chemistry { get; set; } = new();

    public BooleanField ManagerSigns { get; set; } = new();

    /// <summary>After how many sessions they look back; empty for never.</summary>
    public NumericField ReviewAfter { get; set; } = new();

    /// <summary>After how many days without a session they are asked; empty for never.</summary>
    public NumericField QuietAfterDays { get; set; } = new();

    /// <summary>The words that both sign.</summary>
    public MarkdownField Agreement { get; set; } = new();
}
