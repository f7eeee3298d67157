using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>Says which content types and parts belong to modules: those that the recipes in a module's own folder define.</summary>
internal sealed class ModuleDefinitions(RecipeFiles files, ModuleRegistry registry)
{
    private Dictionary<(string Kind, string Name), string>? owners;

    /// <summary>The name of the module that relies on a type ("ContentTypes") or part ("ContentParts"); null when none does.</summary>
    public async Task<string?> OwnerAsync(string kind, string name, CancellationToken cancellation)
    {
        owners ??= await ReadAsync(cancellation);
        return owners.GetValueOrDefault((kind, name));
    }

    private async Task<Dictionary<(string, string), string>> ReadAsync(CancellationToken cancellation)
    {
        Dictionary<(string, string), string> found = [];
        foreach (var file in files.All)
        {
            // The build puts a module's recipes into a folder named after the module.
            if (Path.GetRelativePath(files.Folder, file).Split('/', '\\') is not [var folder, _, ..]
                || registry.Modules.FirstOrDefault(module => module.Manifest.Id.EndsWith($".{folder}", StringComparison.Ordinal)) is not { } module)
            {
                continue;
            }

            var recipe = await files.ReadAsync(file, cancellation);
            foreach (var step in recipe.Steps.Where(step => step["name"]?.ToString() == "ContentDefinition"))
            {
                foreach (var kind in new[] { "ContentTypes", "ContentParts" })
                {
                    foreach (var name in (step[kind] as JsonArray ?? []).OfType<JsonObject>().Select(definition => definition["Name"]?.ToString()).OfType<string>())
                    {
                        found.TryAdd((kind, name), module.Manifest.Name);
                    }
                }
            }
        }

        return found;
    }
}
