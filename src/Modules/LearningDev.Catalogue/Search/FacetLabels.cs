using System.Runtime.CompilerServices;
using LearningDev.Catalogue.Entries;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.Search;

/// <summary>The names of facets and their values, as editors have written them, in the order in which they are shown.</summary>
internal sealed class FacetLabels(
    PortalDb db, PortalCache cache, ContentDefinitions definitions, TaxonomyReader taxonomies, ContentItems items, FieldFacets fieldFacets, ISettings settings)
{
    internal const string ProvidersKey = "catalogue-providers";

    private static readonly ConditionalWeakTable<ContentFieldDefinition, IReadOnlyList<FacetValue>> OptionsRead = [];

    // From entry level 1 to a doctorate, as the regulated qualifications framework counts.
    private static readonly FacetValue[] QualificationLevels = [.. Enumerable.Range(1, 8).Select(level => new FacetValue($"{level}", $"Level {level}"))];

    public async Task<FacetNames> GetAsync(CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var learning = set.FindPart(nameof(LearningPart));
        var bands = await settings.GetAsync<CatalogueSettings>(cancellation);
        var facets = new Dictionary<string, Facet>
        {
            [CatalogueFacets.Suits] = new("Suitable for me", [new(Suitability.Me, "Suitable for me")]),
            [CatalogueFacets.Topic] = new("Topic", await TopicsAsync(learning, cancellation)),
            [CatalogueFacets.Kind] = new("Kind of learning", [.. set.TypesWith(nameof(LearningPart))
                .Select(name => new FacetValue(LearningKinds.KeyOf(name), set.FindType(name)!.DisplayName))]),
            [CatalogueFacets.Length] = new("Length",
            [
                new(CatalogueFacets.LengthShort, $"Under {bands.ShortMinutes} minutes"),
                new(CatalogueFacets.LengthUnderAnHour, "Under an hour"),
                new(CatalogueFacets.LengthHours, "An hour to half a day"),
                new(CatalogueFacets.LengthHalfDay, "Half a day or more"),
            ]),
            [CatalogueFacets.Format] = new("Format", Options(learning, nameof(LearningPart.Formats))),
            [CatalogueFacets.Cost] = new("Cost per person",
            [
                new(CatalogueFacets.CostFree, "Free"),
                new(CatalogueFacets.CostLow, $"Up to {LearningWords.Pounds(bands.LowCost)}"),
                new(CatalogueFacets.CostMiddle, $"{LearningWords.Pounds(bands.LowCost)} to {LearningWords.Pounds(bands.HighCost)}"),
                new(CatalogueFacets.CostHigh, $"Over {LearningWords.Pounds(bands.HighCost)}"),
            ]),
            [CatalogueFacets.Funding] = new("Who pays", Options(learning, nameof(LearningPart.FundedBy))),
            [CatalogueFacets.Audience] = new("Who it is for", Options(learning, nameof(LearningPart.Audience))),
            [CatalogueFacets.Classification] = new("Classification", Options(learning, nameof(LearningPart.Classification))),
            [CatalogueFacets.QualificationLevel] = new("Qualification level", QualificationLevels),
            [CatalogueFacets.Provider] = new("Provider", await ProvidersAsync(cancellation)),
        };
        var own = await fieldFacets.OfAsync(set.TypesWith(nameof(LearningPart)), CatalogueFacets.Reserved, cancellation);
        foreach (var facet in own)
        {
            facets[facet.Key] = new Facet(facet.Name, [.. facet.Values.Select(value => new FacetValue(value.Value, value.Name))]);
        }

        return new FacetNames(facets, [.. CatalogueFacets.All, .. own.Select(facet => facet.Key)]);
    }

    /// <summary>The choices of a field of a part. They are read out of the definition once, because every page asks for them.</summary>
    public static IReadOnlyList<FacetValue> Options(ContentPartDefinition? part, string fieldName) =>
        part?.Fields.Find(candidate => candidate.Name == fieldName) is { } definition ? OptionsRead.GetValue(definition, ReadOptions) : [];

    private static IReadOnlyList<FacetValue> ReadOptions(ContentFieldDefinition definition)
    {
        var options = definition.FieldName == nameof(MultiTextField)
            ? definition.Settings.Read<MultiTextFieldSettings>().Options
            : definition.Settings.Read<TextFieldPredefinedListEditorSettings>().Options;
        return [.. options.Select(option => new FacetValue(option.Value, option.Name))];
    }

    private async Task<IReadOnlyList<FacetValue>> TopicsAsync(ContentPartDefinition? learning, CancellationToken cancellation)
    {
        var id = learning?.Fields.Find(candidate => candidate.Name == nameof(LearningPart.Topics))?
            .Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId ?? "";
        return [.. (await taxonomies.FindAsync(id, cancellation))?.Terms.Select(term => new FacetValue(term.Id, term.Name)) ?? []];
    }

    private async Task<IReadOnlyList<FacetValue>> ProvidersAsync(CancellationToken cancellation) =>
        await cache.GetAsync<IReadOnlyList<FacetValue>>(db, ProvidersKey, async () =>
        {
            var ids = await db.CatalogueEntries.Where(entry => entry.ProviderId != null).Select(entry => entry.ProviderId!).Distinct().ToListAsync(cancellation);
            var providers = await items.FindAllAsync(ids, VersionChoice.Published, cancellation);
            return [.. providers.Select(item => new FacetValue(item.ContentItemId, item.DisplayText))
                .OrderBy(value => value.Name, StringComparer.CurrentCultureIgnoreCase)];
        });
}

/// <summary>The facets by key.</summary>
/// <param name="Facets">The facets.</param>
/// <param name="Keys">Their keys in the order in which pages offer them: the portal's own, then those that editors have made of fields.</param>
internal sealed record FacetNames(IReadOnlyDictionary<string, Facet> Facets, IReadOnlyList<string> Keys)
{
    private const int LongestUnknown = 40;

    /// <summary>The name of a value; the beginning of the value itself when it has none.</summary>
    public string NameOf(string facet, string value) =>
        Facets.GetValueOrDefault(facet)?.Values.FirstOrDefault(candidate => candidate.Value == value)?.Name
        ?? (value.Length <= LongestUnknown ? value : value[..LongestUnknown] + "…");

    /// <summary>True for a facet's value that has a name.</summary>
    public bool Knows(string facet, string value) => Facets.GetValueOrDefault(facet)?.Values.Any(candidate => candidate.Value == value) ?? false;

    /// <summary>The audiences that a person of a role level belongs to: everyone, and the level where there is learning for it.</summary>
    public IReadOnlyList<string> AudiencesOf(string roleLevel) =>
        Knows(CatalogueFacets.Audience, roleLevel) ? [CatalogueFacets.AudienceEveryone, roleLevel] : [CatalogueFacets.AudienceEveryone];
}

/// <summary>A facet with its values in order.</summary>
internal sealed record Facet(string Name, IReadOnlyList<FacetValue> Values);

/// <summary>A value of a facet, or a choice of a field, with the name that people read.</summary>
internal sealed record FacetValue(string Value, string Name);
