using LearningDev.Content.Fields;

namespace LearningDev.Mentoring.Programmes;

/// <summary>A programme as editors write it (MEN-01): a part of its content item, to which they may add fields.</summary>
internal sealed class MentoringProgramme
{
    public const string Type = nameof(MentoringProgramme);

    public const string ThemesTaxonomy = "development-themes";

    public TextField Summary { get; set; } = new();

    public MarkdownField About { get; set; } = new();

    /// <summary>Who learns from whom: a key of <see cref="Programme.Kinds"/>.</summary>
    public TextField Kind { get; set; } = new();

    /// <summary>"cohort" for all at once, "open" for one by one.</summary>
    public TextField Way { get; set; } = new();

    public DateField JoinFrom { get; set; } = new();

    public DateField JoinTo { get; set; } = new();

    public DateField StartsOn { get; set; } = new();

    public DateField EndsOn { get; set; } = new();

    /// <summary>How many months a pair lasts when there is no last day.</summary>
    public NumericField Months { get; set; } = new();

    /// <summary>The keys of the role levels that can mentor; none for all.</summary>
    public MultiTextField MentorLevels { get; set; } = new();

    public MultiTextField MenteeLevels { get; set; } = new();

    /// <summary>The entry of the catalogue that mentors must have completed; none for no condition (MEN-02).</summary>
    public ContentPickerField Training { get; set; } = new();

    public MarkdownField Agreement { get; set; } = new();

    public BooleanField FirstMeeting { get; set; } = new();

    public BooleanField ManagerSigns { get; set; } = new();

    public BooleanField MidPoint { get; set; } = new();

    public NumericField QuietAfterDays { get; set; } = new();

    public NumericField MostHours { get; set; } = new();
}
