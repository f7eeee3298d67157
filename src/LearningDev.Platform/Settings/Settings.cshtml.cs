using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings.History;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Settings;

[RequiresPermission("ManageSettings")]
internal sealed class SettingsModel(SettingsSections sections, SettingsHistory history, DateWords dates) : PageModel
{
    public IReadOnlyList<SectionLine> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var last = await history.LastAsync(cancellation);
        List<SectionLine> lines = [];
        foreach (var section in await sections.AllAsync(cancellation))
        {
            var saved = last.GetValueOrDefault(section.Type.Name);
            lines.Add(new SectionLine(
                section, saved?.SavedUtc is { } moment ? $"Last changed {await dates.MomentAsync(moment)} by {saved.PersonName}" : saved is null ? "As shipped" : ""));
        }

        Sections = lines;
    }
}

/// <summary>A section as the overview shows it.</summary>
/// <param name="Section">The section.</param>
/// <param name="LastChanged">When it was last changed and by whom.</param>
internal sealed record SectionLine(DeclaredSettings Section, string LastChanged);
