using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace LearningDev.Platform.Ui.Themes;

/// <summary>The installed themes, to be chosen from in the settings.</summary>
internal sealed class ThemeChoices(InstalledThemes themes) : ISettingChoices
{
    public Task<IReadOnlyList<SelectListItem>> ListAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SelectListItem>>([.. themes.All.Select(theme => new SelectListItem($"{theme.Name}: {theme.Description}", theme.Id))]);
}
