using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Recipes.Exporting;

/// <summary>Exports and runs recipes as the tests need it.</summary>
internal static class ExportedRecipes
{
    /// <summary>All sources but users in Orchard Core's form, people included.</summary>
    public static RecipeExportOptions Everything { get; } = new()
    {
        Name = "everything",
        DisplayName = "Everything",
        Drafts = true,
        Sources = ((string[])["features", "settings", "themes", "roles", "structure", "people", "definitions", "media", "content"])
            .ToDictionary(id => id, _ => (IReadOnlyList<string>)[]),
    };

    public static RecipeExportOptions Only(params (string Source, string[] Values)[] sources) => new()
    {
        Name = "some",
        DisplayName = "Some",
        Sources = sources.ToDictionary(source => source.Source, source => (IReadOnlyList<string>)source.Values),
    };

    public static async Task<(string Json, RecipeExportPlan Plan)> ExportAsync(this PortalHost portal, RecipeExportOptions options)
    {
        await using var scope = portal.Scope();
        using var stream = new MemoryStream();
        var plan = await scope.ServiceProvider.GetRequiredService<RecipeExport>().WriteAsync(options, stream);
        return (System.Text.Encoding.UTF8.GetString(stream.ToArray()), plan);
    }

    public static async Task<JsonObject> ExportNodeAsync(this PortalHost portal, RecipeExportOptions options) =>
        JsonNode.Parse((await portal.ExportAsync(options)).Json)!.AsObject();

    public static async Task<RecipeReport> RunAsync(this PortalHost portal, string json)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse(json), new RecipeRunOptions());
    }

    /// <summary>The steps of a name.</summary>
    public static IReadOnlyList<JsonObject> Steps(this JsonObject recipe, string name) =>
        [.. recipe["steps"]!.AsArray().Select(step => step!.AsObject()).Where(step => (string?)step["name"] == name)];

    /// <summary>The elements of a list of all steps of a name.</summary>
    public static IReadOnlyList<JsonObject> All(this JsonObject recipe, string step, string list) =>
        [.. recipe.Steps(step).SelectMany(found => found[list]!.AsArray()).Select(element => element!.AsObject())];
}
