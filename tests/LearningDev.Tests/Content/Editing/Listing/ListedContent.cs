using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Editing.Listing;

/// <summary>Content with what the editors' list looks at: an owner, a day of review, topics.</summary>
internal static class ListedContent
{
    private const string Kind = "Notice";

    /// <summary>Publishes something with the part Curation.</summary>
    /// <returns>Its id.</returns>
    public static async Task<string> CuratedAsync(this PortalHost portal, string title, string? owner, DateOnly? reviewBy) =>
        (await portal.PublishAsync(await portal.KindAsync(), Parts(title, owner, reviewBy))).ContentItemId;

    /// <summary>The parts of something with the part Curation.</summary>
    public static JsonObject Parts(string title, string? owner, DateOnly? reviewBy) => new()
    {
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["CurationPart"] = new JsonObject
        {
            ["Owner"] = new JsonObject { ["UserIds"] = owner is null ? [] : new JsonArray(owner) },
            ["ReviewBy"] = new JsonObject { ["Value"] = reviewBy?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture) },
        },
    };

    /// <summary>Publishes something that is filed under a term.</summary>
    public static async Task FiledAsync(this PortalHost portal, string title, string term)
    {
        var parts = Parts(title, null, null);
        parts[Kind] = new JsonObject { ["Topics"] = new JsonObject { ["TaxonomyContentItemId"] = "topics", ["TermContentItemIds"] = new JsonArray(term) } };
        await portal.PublishAsync(await portal.KindAsync(), parts);
    }

    /// <summary>Adds a type with the parts Curation and one with topics, whose fields may be empty.</summary>
    /// <returns>Its name.</returns>
    public static async Task<string> KindAsync(this PortalHost portal)
    {
        await portal.DefineAsync(Kind, ("TaxonomyField", "Topics", new JsonObject { ["TaxonomyFieldSettings"] = new JsonObject { ["TaxonomyContentItemId"] = "topics" } }));
        await using var scope = portal.Scope();
        var definitions = scope.ServiceProvider.GetRequiredService<ContentDefinitions>();
        await definitions.MergeTypeAsync(new ContentTypeDefinition
        {
            Name = Kind,
            DisplayName = Kind,
            Settings = [],
            Parts = [new ContentTypePartDefinition { PartName = "CurationPart", Name = "CurationPart" }],
        });
        var curation = (await definitions.GetAsync()).FindPart("CurationPart")!;
        await definitions.MergePartAsync(new ContentPartDefinition
        {
            Name = "CurationPart",
            Fields = [.. curation.Fields.Select(Optional)],
        });
        return Kind;
    }

    /// <summary>Adds a taxonomy of one term with terms below it.</summary>
    /// <returns>The ids of the terms.</returns>
    public static async Task<IReadOnlyList<string>> TermsAsync(this PortalHost portal, (string Name, string[] Below) term)
    {
        List<string> ids = [Identifiers.New(), .. term.Below.Select(_ => Identifiers.New())];
        await portal.PublishAsync("Taxonomy", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = term.Name },
            [nameof(TaxonomyPart)] = new JsonObject
            {
                ["TermContentType"] = "Topic",
                ["Terms"] = new JsonArray(Term(ids[0], term.Name, [.. term.Below.Select((name, place) => Term(ids[place + 1], name, []))])),
            },
        });
        return ids;
    }

    /// <summary>The id of an account.</summary>
    public static async Task<string> PersonAsync(this PortalHost portal, string userName)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();
    }

    /// <summary>The id of somebody who has left.</summary>
    public static async Task<string> LeaverAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.LeavesOn < today).Select(person => person.Id).FirstAsync();
    }

    private static JsonObject Term(string id, string name, JsonArray below) => new()
    {
        ["ContentItemId"] = id,
        ["ContentType"] = "Topic",
        ["DisplayText"] = name,
        ["TitlePart"] = new JsonObject { ["Title"] = name },
        ["Terms"] = below,
    };

    private static ContentFieldDefinition Optional(ContentFieldDefinition field)
    {
        var settings = field.Settings.DeepClone().AsObject();
        foreach (var (_, of) in settings)
        {
            if (of is JsonObject ofField && ofField.ContainsKey("Required"))
            {
                ofField["Required"] = false;
            }
        }

        return new ContentFieldDefinition { FieldName = field.FieldName, Name = field.Name, Settings = settings };
    }
}
