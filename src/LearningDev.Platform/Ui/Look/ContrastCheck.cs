using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui.Themes;

namespace LearningDev.Platform.Ui.Look;

/// <summary>Refuses colours on which people could not read, in any of the themes, and proposes the nearest that they can (ADM-04).</summary>
internal sealed class ContrastCheck(InstalledThemes themes) : ISettingsCheck
{
    public Type Section => typeof(LookSettings);

    public Task<IReadOnlyList<SettingsError>> CheckAsync(object before, object after, CancellationToken cancellation)
    {
        var look = (LookSettings)after;
        return Task.FromResult<IReadOnlyList<SettingsError>>(
        [
            .. Wrong(nameof(LookSettings.Brand), "Main colour", look.Brand),
            .. Wrong(nameof(LookSettings.Link), "Colour of links", look.Link),
            .. Wrong(nameof(LookSettings.Button), "Colour of buttons", look.Button),
        ]);
    }

    private IEnumerable<SettingsError> Wrong(string setting, string name, string text)
    {
        if (!Colour.TryParse(text, out var colour))
        {
            yield break;
        }

        var worst = (
            from rule in ContrastRule.All
            where rule.Setting == setting
            from theme in themes.All
            let contrast = rule.Contrast(colour, theme)
            where contrast < rule.Least
            orderby contrast / rule.Least
            select (Rule: rule, Theme: theme, Contrast: contrast)).FirstOrDefault();
        if (worst.Rule is { } broken)
        {
            var nearest = ContrastRule.Nearest(setting, colour, themes.All) is { } better ? $". The nearest colour that does is {better}" : "";
            yield return new SettingsError(
                setting,
                $"{name} must stand out more. {broken.What} would have a contrast of {ContrastRule.Words(worst.Contrast)} with {broken.OtherIn(worst.Theme)} in the theme {worst.Theme.Name}, "
                + $"and need {ContrastRule.Words(broken.Least)}{nearest}");
        }
    }
}
