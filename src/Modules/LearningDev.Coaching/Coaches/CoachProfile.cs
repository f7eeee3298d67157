using System.Reflection;
using LearningDev.Content.Fields;

namespace LearningDev.Coaching.Coaches;

/// <summary>What a coach says of themselves (COA-01): a part of the profile's content item, to which editors may add fields.</summary>
internal sealed class CoachProfile
{
    public const string Type = nameof(CoachProfile);

    public ContentPickerField Pools { get; set; } = new();

    public TextField Introduction { get; set; } = new();

    public TextField Experience { get; set; } = new();

    public TextField Qualification { get; set; } = new();

    /// <summary>The level of the qualification: the value of one of the field's choices.</summary>
    public TextField QualificationLevel { get; set; } = new();

    public TextField AwardingBody { get; set; } = new();

    public DateField QualifiedOn { get; set; } = new();

    /// <summary>The last day on which the qualification holds; empty when it does not expire.</summary>
    public DateField QualificationExpiresOn { get; set; } = new();

    /// <summary>How many people at once.</summary>
    public NumericField Capacity { get; set; } = new();

    public DateField LastSupervisionOn { get; set; } = new();

    /// <summary>How they keep up their practice.</summary>
    public TextField Practice { get; set; } = new();

    /// <summary>The fields that this module knows, each as part and field; others are the editors' own.</summary>
    public static IReadOnlyCollection<string> Known { get; } =
    [
        "TitlePart.Title", .. Keys<CoachProfile>(), .. Keys<CoachingMatch>(),
    ];

    private static IEnumerable<string> Keys<T>() =>
        typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => $"{typeof(T).Name}.{property.Name}");
}

/// <summary>What coaches and people who ask are matched by: one part of both their items, so that both have the same choices.</summary>
internal sealed class CoachingMatch
{
    public const string Taxonomy = "development-themes";

    public TaxonomyField Themes { get; set; } = new();

    public MultiTextField Languages { get; set; } = new();

    public MultiTextField Days { get; set; } = new();

    public MultiTextField Places { get; set; } = new();

    public MultiTextField Approaches { get; set; } = new();
}
