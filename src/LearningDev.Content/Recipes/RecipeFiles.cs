using LearningDev.Content.Recipes.Reading;

namespace LearningDev.Content.Recipes;

/// <summary>Finds recipes by name: in the host's folder "Recipes" and in those of the modules, which the build puts below it.</summary>
public sealed class RecipeFiles(RecipeLimits limits)
{
    /// <summary>How the names of recipe files end.</summary>
    internal const string Ending = ".recipe.json";

    /// <summary>Where recipes are looked for.</summary>
    public string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Recipes");

    /// <summary>The paths of all recipe files, in alphabetical order.</summary>
    public IReadOnlyList<string> All =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, $"*{Ending}", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>Finds a recipe by its name, without regard to case.</summary>
    /// <exception cref="RecipeException">There is none of that name, or a file cannot be read.</exception>
    public async Task<Recipe> FindAsync(string name, CancellationToken cancellation = default)
    {
        // A recipe's file is named after it; any other file is read only when no such file is there.
        foreach (var file in All.OrderByDescending(file => Path.GetFileName(file).Equals($"{name}{Ending}", StringComparison.OrdinalIgnoreCase)))
        {
            var recipe = await ReadAsync(file, cancellation);
            if (string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return recipe;
            }
        }

        throw new RecipeException($"There is no recipe \"{name}\" in {Folder}.");
    }

    /// <summary>Reads a recipe's file.</summary>
    /// <exception cref="RecipeException">The file cannot be read, is too large, or is no recipe; the message names the line.</exception>
    public async Task<Recipe> ReadAsync(string path, CancellationToken cancellation = default)
    {
        try
        {
            return new FileInfo(path).Length <= limits.MaximumBytes
                ? Recipe.Parse(await File.ReadAllBytesAsync(path, cancellation), path, limits)
                : throw RecipeReader.TooLarge(Path.GetFileName(path), limits);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new RecipeException($"{path} cannot be read: {fault.Message}", fault);
        }
    }
}
