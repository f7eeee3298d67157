using System.Globalization;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Items;

namespace LearningDev.Content.Curation.Reviews;

/// <summary>The review of what an item says, by its <see cref="CurationPart"/>.</summary>
internal sealed class ContentReview : IReviewKind
{
    public string Name => "content";

    public string Words => "";

    public ReviewFacts? FactsOf(ContentItem item, DefinitionSet definitions)
    {
        if (definitions.FindType(item.ContentType)?.Parts.Exists(part => part.PartName == nameof(CurationPart)) != true)
        {
            return null;
        }

        var curation = item.As<CurationPart>();
        return new ReviewFacts(
            curation.Owner.UserIds.FirstOrDefault(), curation.ReviewBy.Value is { } day ? DateOnly.FromDateTime(day) : null,
            !string.IsNullOrWhiteSpace(curation.Source.Text), Quality(curation, definitions.FindPart(nameof(CurationPart))));
    }

    public void SetNext(ContentItem item, DateOnly day) => ReviewDay.Write(item, nameof(CurationPart), nameof(CurationPart.ReviewBy), day);

    private static string Quality(CurationPart curation, ContentPartDefinition? part)
    {
        var state = part?.Fields.Find(field => field.Name == nameof(CurationPart.QualityAssurance)) is { } field
            ? TextFieldKind.Options(field).Find(option => option.Value == curation.QualityAssurance.Text)?.Name ?? ""
            : "";
        var ticked = curation.QualityChecklist.Values.Count;
        var all = part?.Fields.Find(field => field.Name == nameof(CurationPart.QualityChecklist))?.Settings.Read<MultiTextFieldSettings>().Options.Count ?? 0;
        return ticked == 0 ? state : string.Create(CultureInfo.InvariantCulture, $"{state}, {ticked} of {all} on the checklist").TrimStart(',', ' ');
    }
}
