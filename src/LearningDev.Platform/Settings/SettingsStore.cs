using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings;

internal sealed class SettingsStore(PortalDb db, PortalCache cache, IEvents events) : ISettings
{
    private const string NeverSaved = "{}";

    // The JSON is kept, not the object: a caller that changes its section must not change everybody's.
    public async Task<T> GetAsync<T>(CancellationToken cancellation = default) where T : class, new() =>
        Section<T>(await cache.GetAsync(db, Key(typeof(T).Name), async () => await FindJsonAsync(typeof(T).Name, cancellation) ?? NeverSaved));

    public Task<bool> SaveAsync<T>(T section, CancellationToken cancellation = default) where T : class, new() =>
        SaveJsonAsync(typeof(T).Name, JsonSerializer.Serialize(section, PortalJson.Compact), cancellation);

    public async Task<VersionedSection<T>> ReadAsync<T>(CancellationToken cancellation = default) where T : class, new()
    {
        var row = await db.Set<SettingsSection>().AsNoTracking().SingleOrDefaultAsync(row => row.Name == typeof(T).Name, cancellation);
        return new VersionedSection<T>(Section<T>(row?.Json ?? NeverSaved), row?.Version ?? 0);
    }

    public async Task<bool> SaveAsync<T>(T section, int version, CancellationToken cancellation = default) where T : class, new()
    {
        var row = await db.Set<SettingsSection>().FindAsync([typeof(T).Name], cancellation);
        return (row?.Version ?? 0) == version
            ? await SaveAsync(section, cancellation)
            : throw new DbUpdateConcurrencyException($"{typeof(T).Name} was saved by somebody else meanwhile.");
    }

    public Task<string?> FindJsonAsync(string name, CancellationToken cancellation = default) =>
        db.Set<SettingsSection>().Where(row => row.Name == name).Select(row => row.Json).SingleOrDefaultAsync(cancellation)!;

    public async Task<bool> SaveJsonAsync(string name, string json, CancellationToken cancellation = default)
    {
        var section = await db.Set<SettingsSection>().FindAsync([name], cancellation);
        if (section is null)
        {
            db.Add(new SettingsSection { Name = name, Json = json, Version = 1 });
        }
        else if (JsonNode.DeepEquals(JsonNode.Parse(section.Json), JsonNode.Parse(json)))
        {
            return false;
        }
        else
        {
            section.Json = json;
            section.Version++;
        }

        cache.ForgetOnCommit(db, Key(name));
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new SettingsChanged(name, json), cancellation);
        return true;
    }

    private static T Section<T>(string json) where T : class, new() => JsonSerializer.Deserialize<T>(json, PortalJson.Compact) ?? new T();

    private static string Key(string name) => $"settings:{name}";
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
/// <param name="Json">The section as it is now.</param>
public sealed record SettingsChanged(string Name, string Json) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Settings", Name, Name);

    /// <inheritdoc />
    public string Summary => $"Changed the settings {Name}";
}
