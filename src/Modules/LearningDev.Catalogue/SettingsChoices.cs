using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue;

/// <summary>The topics, to be chosen from in the settings.</summary>
internal sealed class TopicChoices(FacetLabels labels) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        FieldChoices.Of((await labels.GetAsync(cancellation)).Facets[CatalogueFacets.Topic].Values);
}

/// <summary>The pillars of the strategy.</summary>
internal sealed class PillarChoices(ContentDefinitions definitions) : ISettingChoices
{
    public Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) => FieldChoices.OfAsync(definitions, nameof(LearningPart.Pillar), cancellation);
}

/// <summary>The classifications of learning.</summary>
internal sealed class ClassificationChoices(ContentDefinitions definitions) : ISettingChoices
{
    public Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) => FieldChoices.OfAsync(definitions, nameof(LearningPart.Classification), cancellation);
}

/// <summary>The audiences of learning.</summary>
internal sealed class AudienceChoices(ContentDefinitions definitions) : ISettingChoices
{
    public Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) => FieldChoices.OfAsync(definitions, nameof(LearningPart.Audience), cancellation);
}

/// <summary>The kinds of learning, by the names of their content types.</summary>
internal sealed class KindChoices(ContentDefinitions definitions) : ISettingChoices
{
    public async Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        return [.. set.TypesWith(nameof(LearningPart)).Select(name => new SettingChoice(set.FindType(name)!.DisplayName, name)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];
    }
}

internal static class FieldChoices
{
    public static async Task<IReadOnlyList<SettingChoice>> OfAsync(ContentDefinitions definitions, string field, CancellationToken cancellation) =>
        Of(FacetLabels.Options((await definitions.GetAsync(cancellation)).FindPart(nameof(LearningPart)), field));

    public static IReadOnlyList<SettingChoice> Of(IReadOnlyList<FacetValue> values) => [.. values.Select(value => new SettingChoice(value.Name, value.Value))];
}
