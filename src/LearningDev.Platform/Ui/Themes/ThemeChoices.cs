using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Ui.Themes;

/// <summary>The installed themes, to be chosen from in the settings.</summary>
internal sealed class ThemeChoices(InstalledThemes themes) : ISettingChoices
{
    public Task<IReadOnlyList<SettingChoice>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SettingChoice>>([.. themes.All.Select(theme => new SettingChoice(theme.Name, theme.Id, theme.Description))]);
}
