using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Taxonomies;
using LearningDev.MembersHub.Members;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Resources;

/// <summary>What people call the kinds, topics, offices and committees of resources. Once in a request it asks the database for the committees.</summary>
internal sealed class ResourceWords(PortalDb db, ContentDefinitions definitions, TaxonomyReader taxonomies)
{
    private ResourceNames? known;

    /// <summary>The names, each facet's in its order.</summary>
    public async Task<ResourceNames> GetAsync(CancellationToken cancellation)
    {
        if (known is not null)
        {
            return known;
        }

        var part = (await definitions.GetAsync(cancellation)).FindPart(nameof(HubResource));
        var bodies = await db.MemberBodies.AsNoTracking().OrderBy(body => body.Name).Select(body => new FieldChoice(body.Id, body.Name)).ToListAsync(cancellation);
        return known = new ResourceNames(new Dictionary<string, IReadOnlyList<FieldChoice>>
        {
            [ResourceDocuments.Kind] = ChoicesOf(part, nameof(HubResource.Kind)),
            [ResourceDocuments.Topic] = [.. ((await taxonomies.FindAsync(HubResource.TopicsTaxonomy, cancellation))?.Terms ?? []).Select(term => new FieldChoice(term.Id, term.Name))],
            [ResourceDocuments.Office] = ChoicesOf(part, nameof(HubResource.Offices)),
            [ResourceDocuments.Committee] = bodies,
        });
    }

    private static IReadOnlyList<FieldChoice> ChoicesOf(ContentPartDefinition? part, string fieldName)
    {
        var options = part?.Fields.Find(candidate => candidate.Name == fieldName) is not { } field ? []
            : field.FieldName == nameof(MultiTextField) ? field.Settings.Read<MultiTextFieldSettings>().Options : field.Settings.Read<TextFieldPredefinedListEditorSettings>().Options;
        return [.. options.Select(option => new FieldChoice(option.Value, option.Name))];
    }
}

/// <summary>The names of the values of facets.</summary>
internal sealed record ResourceNames(IReadOnlyDictionary<string, IReadOnlyList<FieldChoice>> Facets)
{
    /// <summary>The name of a value; the value itself where nothing is known of it, as of years.</summary>
    public string NameOf(string facet, string value) => Facets.GetValueOrDefault(facet)?.FirstOrDefault(choice => choice.Value == value)?.Name ?? value;
}
