using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings.Fields;
using LearningDev.Platform.Settings.History;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings;

internal sealed class SettingsStore(
    PortalDb db, PortalCache cache, IEvents events, ModuleRegistry registry, SettingChoices choices, CurrentPerson person, TimeProvider time) : ISettings
{
    private const string NeverSaved = "{}";

    // The JSON is kept, not the object: a caller that changes its section must not change everybody's.
    public async Task<T> GetAsync<T>(CancellationToken cancellation = default) where T : class, new() =>
        Section<T>(await cache.GetAsync(db, Key(typeof(T).Name), async () => await FindJsonAsync(typeof(T).Name, cancellation) ?? NeverSaved));

    public Task<bool> SaveAsync<T>(T section, CancellationToken cancellation = default) where T : class, new() =>
        SaveJsonAsync(typeof(T).Name, JsonSerializer.Serialize(section, PortalJson.Compact), cancellation);

    public async Task<VersionedSection<T>> ReadAsync<T>(CancellationToken cancellation = default) where T : class, new()
    {
        var (json, version) = await ReadJsonAsync(typeof(T).Name, cancellation);
        return new VersionedSection<T>(Section<T>(json), version);
    }

    public Task<bool> SaveAsync<T>(T section, int version, CancellationToken cancellation = default) where T : class, new() =>
        SaveAsync(new SettingsSave(typeof(T).Name, JsonSerializer.Serialize(section, PortalJson.Compact)) { Expected = version }, cancellation);

    public Task<string?> FindJsonAsync(string name, CancellationToken cancellation = default) =>
        db.Set<SettingsSection>().Where(row => row.Name == name).Select(row => row.Json).SingleOrDefaultAsync(cancellation)!;

    public Task<bool> SaveJsonAsync(string name, string json, CancellationToken cancellation = default) => SaveAsync(new SettingsSave(name, json), cancellation);

    /// <summary>Reads a section as it is in the database now; "{}" and 0 when it was never saved.</summary>
    public async Task<(string Json, int Version)> ReadJsonAsync(string name, CancellationToken cancellation)
    {
        var row = await db.Set<SettingsSection>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == name, cancellation);
        return (row?.Json ?? NeverSaved, row?.Version ?? 0);
    }

    /// <summary>Saves a section, keeps the version in its history and publishes <see cref="SettingsChanged"/>.</summary>
    /// <returns>True when something changed.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the section meanwhile.</exception>
    public async Task<bool> SaveAsync(SettingsSave save, CancellationToken cancellation)
    {
        var section = await db.Set<SettingsSection>().FindAsync([save.Name], cancellation);
        if (save.Expected is { } expected && (section?.Version ?? 0) != expected)
        {
            throw new DbUpdateConcurrencyException($"{save.Name} was saved by somebody else meanwhile.");
        }

        var before = section?.Json ?? NeverSaved;
        if (section is not null && JsonNode.DeepEquals(JsonNode.Parse(before), JsonNode.Parse(save.Json)))
        {
            return false;
        }

        if (section is null)
        {
            section = db.Add(new SettingsSection { Name = save.Name, Json = save.Json }).Entity;
        }
        else
        {
            await KeepAsync(section, cancellation);
            section.Json = save.Json;
        }

        section.Version++;
        db.Add(new SettingsVersion
        {
            Name = save.Name,
            Version = section.Version,
            Json = save.Json,
            SavedUtc = time.GetUtcNow().UtcDateTime,
            PersonId = person.Id,
            PersonName = person.Name,
            Reason = save.Reason,
            RestoredVersion = save.Restored,
        });
        cache.ForgetOnCommit(db, Key(save.Name));
        await WriteAsync(save.Name, cancellation);
        var declared = registry.SettingsSections.FirstOrDefault(candidate => candidate.Type.Name == save.Name);
        var changes = declared is null ? [] : await ChangesAsync(declared.Type, before, save.Json, cancellation);
        await events.PublishAsync(new SettingsChanged(save.Name, declared?.Title ?? save.Name, save.Json, changes, save.Reason) { RestoredVersion = save.Restored }, cancellation);
        return true;
    }

    /// <summary>What differs between two versions of a section, in plain words.</summary>
    public async Task<IReadOnlyList<AuditChange>> ChangesAsync(Type type, string before, string after, CancellationToken cancellation)
    {
        var properties = SettingsSchema.Of(type);
        return new SettingWords(await choices.OfAsync(properties, cancellation)).Changes(properties, SettingsJson.Whole(type, before), SettingsJson.Whole(type, after));
    }

    // A section that was saved before there was a history begins it with what it was.
    private async Task KeepAsync(SettingsSection section, CancellationToken cancellation)
    {
        if (!await db.Set<SettingsVersion>().AnyAsync(row => row.Name == section.Name && row.Version == section.Version, cancellation))
        {
            db.Add(new SettingsVersion { Name = section.Name, Version = section.Version, Json = section.Json, PersonName = "" });
        }
    }

    private async Task WriteAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault))
        {
            throw new DbUpdateConcurrencyException($"{name} was saved by somebody else meanwhile.", fault);
        }
    }

    private static T Section<T>(string json) where T : class, new() => JsonSerializer.Deserialize<T>(json, PortalJson.Compact) ?? new T();

    private static string Key(string name) => $"settings:{name}";
}

/// <summary>A section that is to be saved.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Json">The section as it shall be.</param>
internal sealed record SettingsSave(string Name, string Json)
{
    /// <summary>The version that it takes the place of; null for whichever there is.</summary>
    public int? Expected { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The version that is restored; null for a new one.</summary>
    public int? Restored { get; init; }
}

/// <summary>A named section of settings, as JSON.</summary>
internal sealed class SettingsSection
{
    public required string Name { get; init; }

    public required string Json { get; set; }

    public int Version { get; set; }
}

/// <summary>A section of settings was saved.</summary>
/// <param name="Name">The section's name.</param>
/// <param name="Title">The section's heading.</param>
/// <param name="Json">The section as it is now.</param>
/// <param name="Changes">What was changed, value by value.</param>
/// <param name="Reason">Why; empty when nobody was asked.</param>
public sealed record SettingsChanged(string Name, string Title, string Json, IReadOnlyList<AuditChange> Changes, string Reason) : IPortalEvent
{
    /// <summary>The earlier version that was restored; null when the section was changed otherwise.</summary>
    public int? RestoredVersion { get; init; }

    /// <inheritdoc />
    public AuditSubject Subject => new("Settings", Name, Title);

    /// <inheritdoc />
    public string Summary => RestoredVersion switch
    {
        null => $"Changed the settings {Title}",
        0 => $"Restored the settings {Title} as they were shipped",
        var version => $"Restored version {version} of the settings {Title}",
    };
}
