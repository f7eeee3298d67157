using LearningDev.Content.Fields;

namespace LearningDev.Content.Curation;

/// <summary>Who looks after an item and when it is looked at again (CAT-03). The part's definition, with its choices, is the editors' to extend.</summary>
public sealed class CurationPart
{
    /// <summary>The person who answers for the item being right.</summary>
    public UserPickerField Owner { get; set; } = new();

    /// <summary>Where it was taken from, in words.</summary>
    public TextField Source { get; set; } = new();

    /// <summary>How far the quality check is: "not-checked", "checked", "needs-work", or what editors have added.</summary>
    public TextField QualityAssurance { get; set; } = new();

    /// <summary>What of the checklist has been found right.</summary>
    public MultiTextField QualityChecklist { get; set; } = new();

    /// <summary>The day by which it is looked at again.</summary>
    public DateField ReviewBy { get; set; } = new();
}
