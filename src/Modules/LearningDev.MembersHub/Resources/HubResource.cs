using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Fields;

namespace LearningDev.MembersHub.Resources;

/// <summary>A resource for members, as Democratic Services write it (MEM-01): a part of its content item, to which they may add fields.</summary>
internal sealed class HubResource
{
    /// <summary>The alias of the taxonomy of topics.</summary>
    public const string TopicsTaxonomy = "member-topics";

    /// <summary>The kind of a form by which members say how learning was.</summary>
    public const string EvaluationForm = "evaluation-form";

    public const string CommitteesKey = $"{nameof(HubResource)}.{nameof(Committees)}";

    public TextField Summary { get; set; } = new();

    /// <summary>What it is: one of the choices of the definition.</summary>
    public TextField Kind { get; set; } = new();

    public TaxonomyField Topics { get; set; } = new();

    /// <summary>The offices for which it is needed first; empty for all members.</summary>
    public MultiTextField Offices { get; set; } = new();

    /// <summary>The ids of the bodies for which it is needed first. Who sits on one of them may see it, co-optees too.</summary>
    public MultiTextField Committees { get; set; } = new();

    /// <summary>True when all co-optees may see it.</summary>
    public BooleanField ForCoOptees { get; set; } = new();

    /// <summary>The event that it came from, in words.</summary>
    public TextField EventName { get; set; } = new();

    public DateField EventOn { get; set; } = new();

    /// <summary>The event's entry in the catalogue.</summary>
    public ContentPickerField Event { get; set; } = new();

    public MediaField Files { get; set; } = new();

    public LinkField Link { get; set; } = new();

    /// <summary>What tells resources of one event from others: the catalogue's entry, or the words and the day. Empty for none.</summary>
    public string EventKey
    {
        get
        {
            var key = Event.ContentItemIds is [var id, ..] ? id : EventName.Text is { Length: > 0 } name ? $"{name.Trim().ToLowerInvariant()} {EventDay:yyyy-MM-dd}" : "";
            return key.Length <= LongestKey ? key : key[^LongestKey..];
        }
    }

    public DateOnly? EventDay => EventOn.Value is { } day ? DateOnly.FromDateTime(day) : null;

    // As long as the value of a facet may be.
    private const int LongestKey = 100;

    /// <summary>The fields and choices that code reads.</summary>
    public static DefinitionReliance Reliance(string moduleId) => new(
        moduleId, nameof(HubResource),
        nameof(Summary), nameof(Kind), nameof(Topics), nameof(Offices), nameof(Committees), nameof(ForCoOptees), nameof(EventName), nameof(EventOn), nameof(Event), nameof(Files), nameof(Link))
    {
        Values = new Dictionary<string, IReadOnlyCollection<string>> { [nameof(Kind)] = [EvaluationForm], [nameof(Offices)] = Needs.Offices },
    };
}
