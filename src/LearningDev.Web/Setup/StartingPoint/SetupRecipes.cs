using System.Text.Json;
using LearningDev.Content.Recipes;

namespace LearningDev.Web.Setup.StartingPoint;

/// <summary>A recipe that a new portal can start with.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="DisplayName">What a person reads.</param>
/// <param name="Description">One or two sentences on what it brings.</param>
internal sealed record SetupRecipe(string Name, string DisplayName, string Description);

/// <summary>Finds the recipes that are made for setting a portal up: those whose file says <c>"issetuprecipe": true</c>, as Orchard Core's do.</summary>
internal sealed class SetupRecipes(RecipeFiles files)
{
    /// <summary>The recipe that is offered first.</summary>
    public const string Usual = "council";

    private static readonly JsonDocumentOptions Dialect = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>All of them, the usual one first, then by name.</summary>
    public async Task<IReadOnlyList<SetupRecipe>> ListAsync(CancellationToken cancellation)
    {
        List<SetupRecipe> found = [];
        foreach (var path in Directory.EnumerateFiles(files.Folder, "*.recipe.json", SearchOption.AllDirectories))
        {
            await using var file = File.OpenRead(path);
            using var recipe = await JsonDocument.ParseAsync(file, Dialect, cancellation);
            if (recipe.RootElement.TryGetProperty("issetuprecipe", out var isSetup) && isSetup.ValueKind == JsonValueKind.True)
            {
                found.Add(new SetupRecipe(Text(recipe, "name"), Text(recipe, "displayName"), Text(recipe, "description")));
            }
        }

        return [.. found.OrderByDescending(recipe => recipe.Name == Usual).ThenBy(recipe => recipe.DisplayName, StringComparer.CurrentCulture)];
    }

    private static string Text(JsonDocument recipe, string property) =>
        recipe.RootElement.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
