using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings.Editing;
using LearningDev.Platform.Settings.Fields;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings.History;

/// <summary>The versions of a section of settings: what each changed, and how an earlier one is restored (ADM-01).</summary>
internal sealed class SettingsHistory(PortalDb db, SettingsStore store, SettingsEditing editing)
{
    private const string Shipped = "{}";

    /// <summary>The newest version of each section that was ever saved, by the section's name, without what it holds.</summary>
    public async Task<IReadOnlyDictionary<string, SettingsVersion>> LastAsync(CancellationToken cancellation)
    {
        var rows = await (
            from section in db.Set<SettingsSection>()
            join version in db.Set<SettingsVersion>() on new { section.Name, section.Version } equals new { version.Name, version.Version } into versions
            from version in versions.DefaultIfEmpty()
            select new { section.Name, section.Version, version.SavedUtc, PersonName = version == null ? "" : version.PersonName }).ToListAsync(cancellation);
        return rows.ToDictionary(
            row => row.Name, row => new SettingsVersion { Name = row.Name, Version = row.Version, Json = "", SavedUtc = row.SavedUtc, PersonName = row.PersonName });
    }

    /// <summary>A page of a section's versions, newest first.</summary>
    /// <param name="section">The section.</param>
    /// <param name="page">The page, from 1; beyond the last one it is the last.</param>
    /// <param name="size">How many versions a page has.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<HistoryPage> ReadAsync(DeclaredSettings section, int page, int size, CancellationToken cancellation)
    {
        var versions = db.Set<SettingsVersion>().AsNoTracking().Where(row => row.Name == section.Type.Name);
        var pages = Math.Max(1, (await versions.CountAsync(cancellation) + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        // The one below the last is what the last is compared with.
        var rows = await versions.OrderByDescending(row => row.Version).Skip((page - 1) * size).Take(size + 1).ToListAsync(cancellation);
        List<HistoryEntry> entries = [];
        foreach (var (index, row) in rows.Take(size).Index())
        {
            var below = rows.ElementAtOrDefault(index + 1);
            // What was there when the history began has nothing before it to be compared with.
            IReadOnlyList<AuditChange> changes = row.SavedUtc is null ? []
                : await store.ChangesAsync(section.Type, below?.Json ?? Shipped, row.Json, cancellation);
            entries.Add(new HistoryEntry(row, changes));
        }

        return new HistoryPage(entries, page, pages);
    }

    /// <summary>What restoring an earlier version would change now; null when there is no such version.</summary>
    /// <param name="section">The section.</param>
    /// <param name="version">The version; 0 for the section as it was shipped.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<RestorePreview?> PreviewAsync(DeclaredSettings section, int version, CancellationToken cancellation)
    {
        var row = version == 0
            ? new SettingsVersion { Name = section.Type.Name, Version = 0, Json = Shipped, PersonName = "" }
            : await db.Set<SettingsVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == section.Type.Name && row.Version == version, cancellation);
        if (row is null)
        {
            return null;
        }

        var (json, current) = await store.ReadJsonAsync(section.Type.Name, cancellation);
        var (before, after) = (SettingsJson.Whole(section.Type, json), SettingsJson.Whole(section.Type, row.Json));
        return new RestorePreview(row, current, await store.ChangesAsync(section.Type, json, row.Json, cancellation))
        {
            NeedsReason = SettingsEditing.CheckReason(section, before, after, "").Any(),
        };
    }

    /// <summary>Saves an earlier version as a new one, unless it would break a rule of today or somebody has saved the section since.</summary>
    /// <param name="section">The section.</param>
    /// <param name="preview">What was shown.</param>
    /// <param name="opened">The version that the section had when it was shown.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>What is wrong; empty when it is restored.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has saved the section since.</exception>
    public async Task<IReadOnlyList<SettingsError>> RestoreAsync(
        DeclaredSettings section, RestorePreview preview, int opened, string reason, CancellationToken cancellation)
    {
        var (json, _) = await store.ReadJsonAsync(section.Type.Name, cancellation);
        var after = SettingsJson.Read(section.Type, preview.Version.Json);
        List<SettingsError> errors =
        [
            .. (await editing.CheckAsync(section, json, after, cancellation)).Select(error => error with { Property = "" }),
            .. SettingsEditing.CheckReason(section, SettingsJson.Whole(section.Type, json), SettingsJson.Whole(section.Type, preview.Version.Json), reason),
        ];
        if (errors.Count > 0)
        {
            return errors;
        }

        await store.SaveAsync(
            new SettingsSave(section.Type.Name, SettingsJson.Write(section.Type, after)) { Expected = opened, Reason = reason, Restored = preview.Version.Version }, cancellation);
        return [];
    }
}

/// <summary>A page of a section's history.</summary>
internal sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, int Page, int Pages);

/// <summary>A version, and what it changed.</summary>
internal sealed record HistoryEntry(SettingsVersion Version, IReadOnlyList<AuditChange> Changes);

/// <summary>An earlier version, the version that there is now, and what would change.</summary>
internal sealed record RestorePreview(SettingsVersion Version, int Current, IReadOnlyList<AuditChange> Changes)
{
    /// <summary>True when a figure that comes from a policy would change.</summary>
    public bool NeedsReason { get; init; }
}
