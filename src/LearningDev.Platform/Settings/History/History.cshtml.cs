using System.Globalization;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Platform.Settings.History;

[RequiresPermission("ManageSettings")]
internal sealed class HistoryModel(SettingsSections sections, SettingsHistory history, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Section { get; set; } = "";

    public int PageNumber { get; private set; } = 1;

    public DeclaredSettings Declared { get; private set; } = null!;

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public int Pages { get; private set; }

    /// <summary>True when the section is as it was shipped, so that there is nothing to restore.</summary>
    public bool IsNeverSaved => Lines.Count == 0;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        if (await sections.FindAsync(Section, cancellation) is not { } section)
        {
            return NotFound();
        }

        Declared = section;
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var page = await history.ReadAsync(section, int.TryParse(number, CultureInfo.InvariantCulture, out var asked) ? asked : 1, size, cancellation);
        (PageNumber, Pages) = (page.Page, page.Pages);
        List<HistoryLine> lines = [];
        foreach (var (index, (version, changes)) in page.Entries.Index())
        {
            var when = version.SavedUtc is { } moment ? await dates.MomentAsync(moment) : "Before the history began";
            var isCurrent = page.Page == 1 && index == 0;
            lines.Add(new HistoryLine(version, when, changes, isCurrent ? null : section.Restore(version.Version)));
        }

        Lines = lines;
        return Page();
    }

    public string UrlOfPage(int number) => $"{Url.Content("~" + Declared.History())}?page={number}";
}

/// <summary>A version as the page shows it.</summary>
/// <param name="Version">The version.</param>
/// <param name="When">When it was saved.</param>
/// <param name="Changes">What it changed.</param>
/// <param name="RestoreUrl">Where it can be restored; null for the version that there is now.</param>
internal sealed record HistoryLine(SettingsVersion Version, string When, IReadOnlyList<AuditChange> Changes, string? RestoreUrl)
{
    public string Summary => Version.RestoredVersion switch
    {
        null => $"Version {Version.Version}",
        0 => $"Version {Version.Version}: the shipped settings restored",
        var restored => $"Version {Version.Version}: version {restored} restored",
    };
}
