using System.Collections.Concurrent;

namespace LearningDev.Content.Recipes.Administering.Listing;

/// <summary>The recipes that ship with the portal and its modules, as a list shows them. A file is read again only when it has changed.</summary>
internal sealed class ShippedRecipes(RecipeLimits limits)
{
    private readonly ConcurrentDictionary<string, (DateTime Written, ShippedRecipe Recipe)> known = new(StringComparer.Ordinal);

    /// <summary>All of them by name; a file that cannot be read stands in the list with what is wrong with it.</summary>
    public async Task<IReadOnlyList<ShippedRecipe>> AllAsync(CancellationToken cancellation)
    {
        var files = new RecipeFiles(limits);
        List<ShippedRecipe> all = [];
        foreach (var path in files.All)
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (!known.TryGetValue(path, out var entry) || entry.Written != written)
            {
                known[path] = entry = (written, await ReadAsync(files, path, cancellation));
            }

            all.Add(entry.Recipe);
        }

        return [.. all.OrderBy(recipe => recipe.Title, StringComparer.CurrentCulture)];
    }

    private static async Task<ShippedRecipe> ReadAsync(RecipeFiles files, string path, CancellationToken cancellation)
    {
        try
        {
            var recipe = await files.ReadAsync(path, cancellation);
            return new ShippedRecipe(recipe.Name, recipe.DisplayName.Length > 0 ? recipe.DisplayName : recipe.Name, recipe.Description, recipe.Tags, "");
        }
        catch (RecipeException fault)
        {
            var name = Path.GetFileName(path)[..^RecipeFiles.Ending.Length];
            return new ShippedRecipe(name, name, "", [], fault.Message);
        }
    }
}

/// <summary>A recipe that ships with the portal.</summary>
/// <param name="Name">The name by which it is run.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What it does; may be empty.</param>
/// <param name="Tags">Its tags.</param>
/// <param name="Fault">Why it cannot be read; empty when it can.</param>
internal sealed record ShippedRecipe(string Name, string Title, string Description, IReadOnlyList<string> Tags, string Fault);
