using System.Text.Json.Nodes;
using LearningDev.Content.Curation;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Listing.Index;

/// <summary>
/// Who answers for an item, when it is looked at again and what it is filed under. Where its type has the part Curation, its owner is the person that the part
/// names; otherwise the owner of the item, who at first is whoever made it.
/// </summary>
internal sealed record ListingFacts(string? OwnerId, DateOnly? ReviewBy, IReadOnlyList<string> Terms)
{
    public static ListingFacts Of(ContentItem item, DefinitionSet definitions)
    {
        if (definitions.FindType(item.ContentType) is not { } type)
        {
            return new ListingFacts(item.Owner, null, []);
        }

        List<string> terms =
        [
            .. definitions.FieldsOf(type).Where(pair => pair.Field.FieldName == nameof(TaxonomyField))
                .SelectMany(pair => (item.Content[pair.Part.Name]?[pair.Field.Name] as JsonObject)?.ReadList(nameof(TaxonomyField.TermContentItemIds)) ?? [])
                .Where(term => term.Length <= Platform.Data.Identifiers.MaximumLength).Distinct(),
        ];
        if (!HasCuration(type))
        {
            return new ListingFacts(item.Owner, null, terms);
        }

        var curation = item.As<CurationPart>();
        return new ListingFacts(
            curation.Owner.UserIds.FirstOrDefault(), curation.ReviewBy.Value is { } day ? DateOnly.FromDateTime(day) : null, terms);
    }

    /// <summary>True for a type whose items name their owner themselves.</summary>
    public static bool HasCuration(ContentTypeDefinition type) => type.Parts.Exists(part => part.PartName == nameof(CurationPart));
}
