namespace LearningDev.Content.Recipes;

/// <summary>Finds recipes by name: in the host's folder "Recipes" and in those of the modules, which the build puts below it.</summary>
public sealed class RecipeFiles
{
    private const string Pattern = "*.recipe.json";

    /// <summary>Where recipes are looked for.</summary>
    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Recipes");

    /// <summary>Finds a recipe by its name, without regard to case.</summary>
    /// <exception cref="RecipeException">There is none of that name, or a file cannot be read.</exception>
    public async Task<Recipe> FindAsync(string name, CancellationToken cancellation = default)
    {
        // A recipe's file is named after it; any other file is read only when no such file is there.
        var files = Directory.Exists(Folder) ? Directory.GetFiles(Folder, Pattern, SearchOption.AllDirectories) : [];
        foreach (var file in files.OrderByDescending(file => Path.GetFileName(file).Equals($"{name}.recipe.json", StringComparison.OrdinalIgnoreCase)))
        {
            var recipe = Recipe.Parse(await File.ReadAllTextAsync(file, cancellation), file);
            if (string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return recipe;
            }
        }

        throw new RecipeException($"There is no recipe \"{name}\" in {Folder}.");
    }
}
