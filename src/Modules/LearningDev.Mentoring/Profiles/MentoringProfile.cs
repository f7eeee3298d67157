using LearningDev.Content.Fields;

namespace LearningDev.Mentoring.Profiles;

/// <summary>What somebody offers or asks for in a programme: a part of its content item, to which editors may add fields. Goals are kept apart, in confidence.</summary>
internal sealed class MentoringProfile
{
    public const string Type = nameof(MentoringProfile);

    /// <summary>The fields that this module knows; others are the editors' own.</summary>
    public static IReadOnlyCollection<string> Known { get; } = [.. typeof(MentoringProfile).GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance).Select(property => $"{Type}.{property.Name}"), "TitlePart.Title"];

    public ContentPickerField Programme { get; set; } = new();

    /// <summary>The name of a <see cref="MentoringRole"/> in small letters.</summary>
    public TextField Role { get; set; } = new();

    public TaxonomyField Themes { get; set; } = new();

    public TextField About { get; set; } = new();

    public MultiTextField Languages { get; set; } = new();

    public MultiTextField Days { get; set; } = new();

    public MultiTextField Places { get; set; } = new();

    /// <summary>How many mentees a mentor can take at once.</summary>
    public NumericField Capacity { get; set; } = new();

    public UserPickerField Wished { get; set; } = new();

    /// <summary>People with whom they would rather not be; shown to nobody else.</summary>
    public UserPickerField Avoided { get; set; } = new();
}
