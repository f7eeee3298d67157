using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "settings": known names go into the site settings, every other object is a section of its own.</summary>
internal sealed class SettingsStep(ISettings settings) : IRecipeStep
{
    public string Name => "settings";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        var site = JsonSerializer.SerializeToNode(await settings.GetAsync<SiteSettings>(cancellation), PortalJson.Compact)!.AsObject();
        foreach (var (name, value) in context.Step.Where(pair => pair.Key != "name"))
        {
            if (site.ContainsKey(name))
            {
                site[name] = value?.DeepClone();
            }
            else if (value is JsonObject section)
            {
                if (await settings.SaveJsonAsync(name, section.ToJsonString(PortalJson.Compact), cancellation))
                {
                    context.Changed(RecipeAction.Changed, "Settings", name, name);
                }
            }
            else
            {
                context.Problem(value, $"There is no setting {name}.");
            }
        }

        if (await settings.SaveAsync(site.Deserialize<SiteSettings>(PortalJson.Compact)!, cancellation))
        {
            context.Changed(RecipeAction.Changed, "Settings", nameof(SiteSettings), nameof(SiteSettings));
        }
    }
}
