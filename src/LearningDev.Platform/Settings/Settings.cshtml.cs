using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings.History;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Settings;

[RequiresPermission("ManageSettings")]
internal sealed class SettingsModel(SettingsSections sections, SettingsHistory history, IEnumerable<ISettingsAdvice> advice, DateWords dates) : PageModel
{
    public IReadOnlyList<SectionLine> Sections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var last = await history.LastAsync(cancellation);
        List<SectionLine> lines = [];
        foreach (var section in await sections.AllAsync(cancellation))
        {
            var saved = last.GetValueOrDefault(section.Type.Name);
            List<string> warnings = [];
            foreach (var adviser in advice.Where(adviser => adviser.Section == section.Type))
            {
                warnings.AddRange((await adviser.AdviseAsync(cancellation)).Warnings);
            }

            lines.Add(new SectionLine(
                section, warnings, saved?.SavedUtc is { } moment ? $"Last changed {await dates.MomentAsync(moment)} by {saved.PersonName}" : saved is null ? "As shipped" : ""));
        }

        Sections = lines;
    }
}

/// <summary>A section as the overview shows it.</summary>
/// <param name="Section">The section.</param>
/// <param name="Warnings">What an administrator should know about it.</param>
/// <param name="LastChanged">When it was last changed and by whom.</param>
internal sealed record SectionLine(DeclaredSettings Section, IReadOnlyList<string> Warnings, string LastChanged);
