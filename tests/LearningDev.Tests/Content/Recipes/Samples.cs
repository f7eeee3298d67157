using LearningDev.Content.Recipes;
using LearningDev.TestSupport.Machine;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Content.Recipes;

/// <summary>Recipes for tests, and how they are run.</summary>
internal static class Samples
{
    public static string Folder { get; } = RepositoryRoot.Combine("tests", "LearningDev.Tests", "Content", "Recipes", "Samples");

    public static IEnumerable<string> OrchardStyle => Directory.GetFiles(Path.Combine(Folder, "Orchard"), "*.recipe.json").Order(StringComparer.Ordinal);

    /// <summary>Every recipe file of the repository.</summary>
    public static IEnumerable<string> All =>
    [
        Path.Combine(Folder, "everything.recipe.json"), .. OrchardStyle,
        .. Directory.GetFiles(RepositoryRoot.Combine("recipes"), "*.recipe.json").Order(StringComparer.Ordinal),
    ];

    public static Recipe Read(string path) => Recipe.Parse(File.ReadAllBytes(path), path);

    public static Task<RecipeReport> RunAsync(this PortalHost portal, string json, RecipeRunOptions? options = null) => portal.RunAsync(Recipe.Parse(json), options);

    public static async Task<RecipeReport> RunAsync(this PortalHost portal, Recipe recipe, RecipeRunOptions? options = null)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, options ?? new RecipeRunOptions());
    }

    public static Task<RecipeReport> DryRunAsync(this PortalHost portal, Recipe recipe) => portal.RunAsync(recipe, new RecipeRunOptions { DryRun = true });
}
