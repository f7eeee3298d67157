using LearningDev.Platform.Settings;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "themes": chooses the theme.</summary>
internal sealed class ThemesStep(ISettings settings) : IRecipeStep
{
    public string Name => "themes";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        if (context.Text("site") is not { Length: > 0 } theme)
        {
            return;
        }

        var site = await settings.GetAsync<SiteSettings>(cancellation);
        site.Theme = theme;
        if (await settings.SaveAsync(site, cancellation))
        {
            context.Changed(RecipeAction.Changed, "Settings", nameof(SiteSettings), nameof(SiteSettings), "Theme");
        }
    }
}
