using System.Text.Json.Nodes;
using LearningDev.Content.Curation;
using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Content.Editing.Forms;
using LearningDev.Content.Editing.Listing.Index;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;

namespace LearningDev.Content.Editing.Bulk.Working;

/// <summary>Writes a topic or an owner into a version of an item.</summary>
internal sealed class BulkEdits(ContentDefinitions definitions, TaxonomyReader taxonomies)
{
    /// <summary>Changes a version that was read, and saves nothing.</summary>
    public async Task<BulkVerdict> ApplyAsync(BulkChange change, ContentItem item, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        if (set.FindType(item.ContentType) is not { } type)
        {
            return BulkVerdict.Refused($"There is no content type {item.ContentType} any more");
        }

        return change.Action == BulkAction.AssignOwner ? Assign(change, item, type) : await RetagAsync(change, item, type, set, cancellation);
    }

    private static BulkVerdict Assign(BulkChange change, ContentItem item, ContentTypeDefinition type)
    {
        if (!ListingFacts.HasCuration(type))
        {
            if (item.Owner == change.Value)
            {
                return BulkVerdict.Unchanged($"{change.ValueName} is its owner already");
            }

            item.Owner = change.Value;
        }
        else
        {
            var owner = Field(item, nameof(CurationPart), nameof(CurationPart.Owner));
            if (owner.ReadList(nameof(UserPickerField.UserIds)).FirstOrDefault() == change.Value)
            {
                return BulkVerdict.Unchanged($"{change.ValueName} is its owner already");
            }

            owner.WriteList(nameof(UserPickerField.UserIds), [change.Value]);
        }

        return BulkVerdict.Ready($"{change.ValueName} becomes its owner");
    }

    private async Task<BulkVerdict> RetagAsync(BulkChange change, ContentItem item, ContentTypeDefinition type, DefinitionSet set, CancellationToken cancellation)
    {
        if ((await taxonomies.AllAsync(cancellation)).FirstOrDefault(candidate => candidate.Terms.Any(term => term.Id == change.Value)) is not { } taxonomy)
        {
            return BulkVerdict.Refused($"{change.ValueName} is no topic any more");
        }

        List<(ContentTypePartDefinition Part, ContentFieldDefinition Field)> places =
        [
            .. set.FieldsOf(type).Where(pair => pair.Field.FieldName == nameof(TaxonomyField)
                && pair.Field.Settings.Read<TaxonomyFieldSettings>().TaxonomyContentItemId is { Length: > 0 } id && (id == taxonomy.Id || id == taxonomy.Alias)),
        ];
        if (places.Count == 0)
        {
            return BulkVerdict.Refused($"{type.DisplayName} has no field for {taxonomy.Name}");
        }

        return change.Action == BulkAction.AddTopic ? Add(change, item, places[0], taxonomy) : Remove(change, item, places);
    }

    private static BulkVerdict Add(BulkChange change, ContentItem item, (ContentTypePartDefinition Part, ContentFieldDefinition Field) place, Taxonomy taxonomy)
    {
        var value = Field(item, place.Part.Name, place.Field.Name);
        var terms = value.ReadList(nameof(TaxonomyField.TermContentItemIds));
        if (terms.Contains(change.Value))
        {
            return BulkVerdict.Unchanged($"It has {change.ValueName} already");
        }

        if (terms.Count > 0 && place.Field.Settings.Read<TaxonomyFieldSettings>().Unique)
        {
            return BulkVerdict.Refused($"{place.Field.DisplayName} takes one only, and has another");
        }

        if (value.ReadText(nameof(TaxonomyField.TaxonomyContentItemId)).Length == 0)
        {
            value[nameof(TaxonomyField.TaxonomyContentItemId)] = taxonomy.Id;
        }

        value.WriteSet(nameof(TaxonomyField.TermContentItemIds), [.. terms, change.Value]);
        return BulkVerdict.Ready($"It gets {change.ValueName}");
    }

    private static BulkVerdict Remove(BulkChange change, ContentItem item, List<(ContentTypePartDefinition Part, ContentFieldDefinition Field)> places)
    {
        var having = places.ConvertAll(place => Field(item, place.Part.Name, place.Field.Name))
            .FindAll(value => value.ReadList(nameof(TaxonomyField.TermContentItemIds)).Contains(change.Value));
        foreach (var value in having)
        {
            value.WriteList(nameof(TaxonomyField.TermContentItemIds), [.. value.ReadList(nameof(TaxonomyField.TermContentItemIds)).Where(term => term != change.Value)]);
        }

        return having.Count == 0 ? BulkVerdict.Unchanged($"It does not have {change.ValueName}") : BulkVerdict.Ready($"{change.ValueName} is taken out");
    }

    // A field that is not there is put there only when something is written into it, which is what comes next or nothing of the item is saved.
    private static JsonObject Field(ContentItem item, string partName, string fieldName)
    {
        if (item.Content[partName] is not JsonObject part)
        {
            item.Content[partName] = part = [];
        }

        if (part[fieldName] is not JsonObject field)
        {
            part[fieldName] = field = [];
        }

        return field;
    }
}
