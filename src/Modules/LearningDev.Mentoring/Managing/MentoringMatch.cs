using LearningDev.Content.Fields;

namespace LearningDev.Mentoring.Managing;

/// <summary>What a match says to those who confirm it: a part of its content item, which has the id of its run.</summary>
internal sealed class MentoringMatch
{
    public const string Type = nameof(MentoringMatch);

    public ContentPickerField Programme { get; set; } = new();

    public NumericField Pairs { get; set; } = new();

    public NumericField LeftOver { get; set; } = new();

    /// <summary>The fits of all pairs together.</summary>
    public NumericField Total { get; set; } = new();
}
