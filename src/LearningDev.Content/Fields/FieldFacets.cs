using System.Text;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;

namespace LearningDev.Content.Fields;

/// <summary>The facets that editors make of fields: by which fields people narrow searches, and what an item counts under (CMS-02, CAT-05).</summary>
public sealed class FieldFacets(ContentDefinitions definitions, TaxonomyReader taxonomies, IEnumerable<IContentField> kinds)
{
    internal const string Yes = "yes";
    internal const string No = "no";

    /// <summary>The longest key and value in characters; the index keeps no longer ones.</summary>
    public const int LongestKey = 40;

    /// <inheritdoc cref="LongestKey" />
    public const int LongestValue = 100;

    private readonly Dictionary<string, IContentField> kinds = kinds.ToDictionary(kind => kind.Name);

    /// <summary>The facets of some types. Fields of one name that stand in several parts are one facet.</summary>
    /// <param name="types">The names of the types.</param>
    /// <param name="reserved">The keys that are taken.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<FieldFacet>> OfAsync(IEnumerable<string> types, IReadOnlySet<string> reserved, CancellationToken cancellation = default)
    {
        var set = await definitions.GetAsync(cancellation);
        List<FieldFacet> facets = [];
        var fields = types.Select(set.FindType).OfType<ContentTypeDefinition>().SelectMany(set.FieldsOf).Select(pair => pair.Field).Where(IsFacet).Distinct();
        foreach (var group in fields.GroupBy(field => KeyOf(field.Name, reserved)))
        {
            List<FieldFacetValue> values = [];
            foreach (var field in group)
            {
                values.AddRange(await ValuesAsync(field, cancellation));
            }

            facets.Add(new FieldFacet(group.Key, group.First().DisplayName, [.. values.DistinctBy(value => value.Value)]));
        }

        return facets;
    }

    /// <summary>What an item counts under, by the key of the facet.</summary>
    /// <param name="item">The item.</param>
    /// <param name="reserved">The keys that are taken.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> ValuesOfAsync(ContentItem item, IReadOnlySet<string> reserved, CancellationToken cancellation = default)
    {
        var set = await definitions.GetAsync(cancellation);
        Dictionary<string, IReadOnlyList<string>> found = [];
        foreach (var (part, field) in set.FindType(item.ContentType) is { } type ? set.FieldsOf(type) : [])
        {
            if (IsFacet(field) && kinds[field.FieldName].FacetValues(field, item.Content[part.Name]?[field.Name] as JsonObject) is { Count: > 0 } values)
            {
                var key = KeyOf(field.Name, reserved);
                found[key] = [.. found.GetValueOrDefault(key, []).Concat(values.Where(value => value.Length is > 0 and <= LongestValue)).Distinct()];
            }
        }

        return found;
    }

    /// <summary>The key of a field's facet in addresses, for example "dress-code" for DressCode.</summary>
    internal static string KeyOf(string fieldName, IReadOnlySet<string> reserved)
    {
        var key = new StringBuilder();
        foreach (var (index, character) in fieldName.Index())
        {
            if (index > 0 && char.IsUpper(character) && !char.IsUpper(fieldName[index - 1]))
            {
                key.Append('-');
            }

            key.Append(character == '_' ? '-' : char.ToLowerInvariant(character));
        }

        var whole = reserved.Contains(key.ToString()) ? $"field-{key}" : key.ToString();
        return whole.Length <= LongestKey ? whole : whole[..LongestKey];
    }

    private bool IsFacet(ContentFieldDefinition field) =>
        field.UseSettings.Facet && kinds.TryGetValue(field.FieldName, out var kind) && kind.FacetValues(field, null) is not null;

    private async Task<IEnumerable<FieldFacetValue>> ValuesAsync(ContentFieldDefinition field, CancellationToken cancellation) => field.FieldName switch
    {
        nameof(BooleanField) => [new(Yes, "Yes"), new(No, "No")],
        nameof(TaxonomyField) => (await taxonomies.FindAsync(field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId, cancellation))?.Terms
            .Select(term => new FieldFacetValue(term.Id, term.Name)) ?? [],
        nameof(MultiTextField) => field.Settings.Read<MultiTextFieldSettings>().Options.Select(option => new FieldFacetValue(option.Value, option.Name)),
        _ => TextFieldKind.Options(field).Select(option => new FieldFacetValue(option.Value, option.Name)),
    };
}

/// <summary>A facet that is made of a field.</summary>
/// <param name="Key">Its key in addresses, for example "dress-code".</param>
/// <param name="Name">Its name, for example "Dress code".</param>
/// <param name="Values">Its values, in order.</param>
public sealed record FieldFacet(string Key, string Name, IReadOnlyList<FieldFacetValue> Values);

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value as the index keeps it.</param>
/// <param name="Name">The name that people read.</param>
public sealed record FieldFacetValue(string Value, string Name);
