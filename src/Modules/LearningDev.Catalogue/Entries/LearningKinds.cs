using LearningDev.Content.Definitions;

namespace LearningDev.Catalogue.Entries;

/// <summary>The kinds of learning (CAT-01): the content types that have the learning part, those that editors add included.</summary>
internal static class LearningKinds
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Course"] = "course",
        ["ElearningModule"] = "e-learning",
        ["Programme"] = "programme",
        ["Qualification"] = "qualification",
        ["ApprenticeshipStandard"] = "apprenticeship",
        ["LearningEvent"] = "event",
        ["Conference"] = "conference",
        ["ExternalProgramme"] = "external-programme",
        ["LearningResource"] = "resource",
        ["WorkOpportunity"] = "on-the-job",
    };

    /// <summary>The fields of <see cref="KindPart"/> by the type that has them.</summary>
    public static IReadOnlyDictionary<string, string[]> OwnFields { get; } = new Dictionary<string, string[]>
    {
        ["ElearningModule"] = [nameof(KindPart.Launch)],
        ["Programme"] = [nameof(KindPart.Steps), nameof(KindPart.OptionalSteps), nameof(KindPart.OptionalWanted)],
        ["ApprenticeshipStandard"] = [nameof(KindPart.Reference)],
        ["LearningEvent"] = [nameof(KindPart.EventKind)],
        ["Conference"] = [nameof(KindPart.Website)],
        ["ExternalProgramme"] = [nameof(KindPart.Website)],
        ["LearningResource"] = [nameof(KindPart.ResourceKind), nameof(KindPart.Link)],
        ["WorkOpportunity"] = [nameof(KindPart.OpportunityKind)],
    };

    /// <summary>The facet value of a content type, for example "e-learning" for ElearningModule.</summary>
    public static string KeyOf(string contentType) => Keys.GetValueOrDefault(contentType) ?? contentType.ToLowerInvariant();

    public static bool IsLearning(DefinitionSet definitions, string contentType) =>
        definitions.FindType(contentType)?.Parts.Exists(part => part.PartName == nameof(LearningPart)) ?? false;
}
