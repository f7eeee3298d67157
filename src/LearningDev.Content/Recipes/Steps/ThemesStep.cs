using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Themes;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "themes": chooses the theme.</summary>
internal sealed class ThemesStep(ISettings settings, InstalledThemes themes) : IRecipeStep
{
    public string Name => "themes";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "site", "admin");
        if (context.Text("admin") is { Length: > 0 } admin)
        {
            context.Problem(context.Find("admin"), $"The theme {admin} for administrators is not used here: all pages have one theme.", RecipeProblemKind.Notice);
        }

        if (context.Text("site") is not { Length: > 0 } chosen)
        {
            return;
        }

        if (themes.All.FirstOrDefault(theme => string.Equals(theme.Id, chosen, StringComparison.OrdinalIgnoreCase)) is not { } theme)
        {
            var ours = $"Themes are {string.Join(", ", themes.All.Select(known => known.Id))}.";
            if (OrchardNames.IsTheme(chosen))
            {
                context.Problem(context.Find("site"), $"The theme {chosen} is Orchard Core's and not supported here. {ours}", RecipeProblemKind.NotSupported);
                return;
            }

            context.Problem(context.Find("site"), $"There is no theme \"{chosen}\". {ours}");
            return;
        }

        var site = await settings.GetAsync<SiteSettings>(cancellation);
        var before = site.Theme;
        site.Theme = theme.Id;
        if (await settings.SaveAsync(site, cancellation) && before != theme.Id)
        {
            context.Changed(RecipeAction.Changed, "Settings", nameof(SiteSettings), nameof(SiteSettings), $"Theme: {before} → {theme.Id}");
        }
    }
}
