using System.Text.Json.Nodes;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "themes": chooses the theme.</summary>
internal sealed class ThemesStep(ISettings settings) : IRecipeStep
{
    public string Name => "themes";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        if (Recipe.Read<string>(step, "site") is not { Length: > 0 } theme)
        {
            return 0;
        }

        var site = await settings.GetAsync<SiteSettings>(cancellation);
        site.Theme = theme;
        return await settings.SaveAsync(site, cancellation) ? 1 : 0;
    }
}
