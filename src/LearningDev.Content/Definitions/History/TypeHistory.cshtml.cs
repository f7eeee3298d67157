using System.Globalization;
using LearningDev.Platform.Events;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Content.Definitions.History;

[RequiresPermission("EditContentTypes")]
internal sealed class TypeHistoryModel(ContentDefinitions definitions, DefinitionHistory history, ISettings settings, DateWords dates) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kind")]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "name")]
    public string Name { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    public string Label { get; private set; } = "";

    /// <summary>The name of a type's own part; null when it has none.</summary>
    public string? OwnPart { get; private set; }

    public IReadOnlyList<DefinitionHistoryLine> Lines { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] string? number, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        Kind = KindOf(Kind) ?? "";
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var page = await history.ReadAsync(Kind, Name, int.TryParse(number, CultureInfo.InvariantCulture, out var asked) ? asked : 1, size, cancellation);
        var (type, part) = (Kind == ContentDefinitions.TypeKind ? set.FindType(Name) : null, Kind == ContentDefinitions.PartKind ? set.FindPart(Name) : null);
        if (type is null && part is null && page.Entries.Count == 0)
        {
            return NotFound();
        }

        Type = Type is null ? null : set.FindType(Type)?.Name;
        Label = type?.DisplayName ?? part?.DisplayName ?? Name;
        OwnPart = type?.Parts.Exists(one => one.PartName == type.Name) == true ? type.Name : null;
        (PageNumber, Pages) = (page.Page, page.Pages);
        List<DefinitionHistoryLine> lines = [];
        foreach (var (index, (version, changes)) in page.Entries.Index())
        {
            var when = version.SavedUtc is { } moment ? await dates.MomentAsync(moment) : "Before the history began";
            var isCurrent = page.Page == 1 && index == 0;
            lines.Add(new DefinitionHistoryLine(
                version, when, changes, isCurrent, isCurrent || version.Json == DefinitionVersion.Removed ? null : TypeLinks.Restore(Kind, Name, version.Version, Type ?? "")));
        }

        Lines = lines;
        return Page();
    }

    public string UrlOfPage(int number) => $"{TypeLinks.History(Kind, Name, "")}?page={number}{(Type is { Length: > 0 } ? $"&type={Uri.EscapeDataString(Type)}" : "")}";

    /// <summary>The kind as definitions write it; null for a word that is none.</summary>
    internal static string? KindOf(string word) => word.ToLowerInvariant() switch { "type" => ContentDefinitions.TypeKind, "part" => ContentDefinitions.PartKind, _ => null };
}

/// <summary>A version as the page shows it.</summary>
internal sealed record DefinitionHistoryLine(DefinitionVersion Version, string When, IReadOnlyList<AuditChange> Changes, bool IsCurrent, string? RestoreUrl)
{
    public string Summary => $"Version {Version.Version}{(Version.What.Length > 0 ? $": {Version.What}" : Version.Json == DefinitionVersion.Removed ? ": Removed" : "")}";
}
