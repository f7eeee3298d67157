using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// Says which content types and parts belong to modules: those that the recipes in a module's own folder define. The files are read once, because they change only with the portal.
/// </summary>
internal sealed class ModuleDefinitions(RecipeFiles files, ModuleRegistry registry)
{
    private volatile Dictionary<(string Kind, string Name), string>? owners;

    /// <summary>
    /// The name of the module that relies on a type ("ContentTypes"), a part ("ContentParts") or a part of a type ("ContentTypes/Course"); null when none does.
    /// </summary>
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
                    foreach (var definition in (step[kind] as JsonArray ?? []).OfType<JsonObject>().Where(definition => definition["Name"] is not null))
                    {
                        var name = definition["Name"]!.ToString();
                        found.TryAdd((kind, name), module.Manifest.Name);
                        foreach (var part in (definition["ContentTypePartDefinitionRecords"] as JsonArray ?? []).OfType<JsonObject>())
                        {
                            found.TryAdd(($"{kind}/{name}", (part["Name"] ?? part["PartName"])?.ToString() ?? ""), module.Manifest.Name);
                        }
                    }
                }
            }
        }

        return found;
    }
}
