using System.Text.Json.Nodes;
using LearningDev.Content.Taxonomies;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Taxonomies.Administering;

/// <summary>Makes taxonomies for the tests, and reads them as the portal does.</summary>
internal static class TaxonomyPages
{
    /// <summary>Publishes a taxonomy; a term "a/b" stands below the term "a".</summary>
    public static async Task AddTaxonomyAsync(this PortalHost portal, string id, params IReadOnlyList<string> terms)
    {
        var all = new JsonArray();
        foreach (var path in terms)
        {
            var names = path.Split('/');
            var at = names.SkipLast(1).Aggregate(all, (list, name) =>
            {
                var above = list.OfType<JsonObject>().First(term => term["DisplayText"]!.ToString() == name);
                return above["Terms"] as JsonArray ?? (JsonArray)(above["Terms"] = new JsonArray());
            });
            at.Add(new JsonObject { ["ContentItemId"] = $"{id}-{names[^1]}", ["DisplayText"] = names[^1], ["TitlePart"] = new JsonObject { ["Title"] = names[^1] } });
        }

        await portal.PublishAsync("Taxonomy", new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = id }, ["TaxonomyPart"] = new JsonObject { ["TermContentType"] = "Topic", ["Terms"] = all } }, id);
    }

    /// <summary>The terms, each with a dash for every term above it.</summary>
    public static async Task<List<string>> TermsAsync(this PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        return [.. (await scope.ServiceProvider.GetRequiredService<TaxonomyReader>().FindAsync(id))!.Terms.Select(term => new string('-', term.Depth) + term.Name)];
    }
}
