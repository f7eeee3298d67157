using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "settings": known names go into the site settings, every other object is a section of its own.</summary>
internal sealed class SettingsStep(ISettings settings, SettingsGuard guard) : IRecipeStep
{
    public string Name => "settings";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var site = JsonSerializer.SerializeToNode(await settings.GetAsync<SiteSettings>(cancellation), PortalJson.Compact)!.AsObject();
        var changes = 0;
        foreach (var (name, value) in step.Where(pair => pair.Key != "name"))
        {
            if (site.ContainsKey(name))
            {
                site[name] = value?.DeepClone();
            }
            else if (value is JsonObject section)
            {
                await CheckAsync(name, section, recipe, cancellation);
                changes += await settings.SaveJsonAsync(name, section.ToJsonString(PortalJson.Compact), cancellation) ? 1 : 0;
            }
            else
            {
                throw new RecipeException($"{recipe.Name}: there is no setting {name}.");
            }
        }

        await CheckAsync(nameof(SiteSettings), site, recipe, cancellation);
        return changes + (await settings.SaveAsync(site.Deserialize<SiteSettings>(PortalJson.Compact)!, cancellation) ? 1 : 0);
    }

    private async Task CheckAsync(string name, JsonObject section, Recipe recipe, CancellationToken cancellation)
    {
        if (await guard.CheckAsync(name, section.ToJsonString(PortalJson.Compact), cancellation) is [var wrong, ..])
        {
            throw new RecipeException($"{recipe.Name}: {name}: {(wrong.Property.Length > 0 ? $"{wrong.Property}: " : "")}{wrong.Message}.");
        }
    }
}
