using LearningDev.Content.Fields;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>An opportunity to volunteer with a local organisation, as editors write it (VOL-01): a part of its content item, to which they may add fields.</summary>
internal sealed class VolunteeringOpportunity
{
    public TextField Summary { get; set; } = new();

    public TextField Organisation { get; set; } = new();

    public TextField Place { get; set; } = new();

    /// <summary>What people would do.</summary>
    public MarkdownField Activity { get; set; } = new();

    public TaxonomyField Skills { get; set; } = new();

    /// <summary>On which days and at what time.</summary>
    public TextField Times { get; set; } = new();

    /// <summary>How long it takes and how often.</summary>
    public TextField Commitment { get; set; } = new();

    public NumericField Places { get; set; } = new();

    /// <summary>Checks before people can begin, such as of criminal records.</summary>
    public MultiTextField Checks { get; set; } = new();

    public TextField Accessibility { get; set; } = new();

    public TextField Contact { get; set; } = new();

    public LinkField Website { get; set; } = new();

    public DateField StartsOn { get; set; } = new();

    /// <summary>The last day; afterwards it is archived. Empty while it goes on.</summary>
    public DateField EndsOn { get; set; } = new();

    /// <summary>True when its last day is over.</summary>
    public bool HasEnded(DateOnly today) => EndsOn.Value is { } day && DateOnly.FromDateTime(day) < today;
}
