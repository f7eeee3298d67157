using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Settings;

internal sealed class SettingsStore(PortalDb db, PortalCache cache, IEvents events) : ISettings
{
    public async Task<T> GetAsync<T>(CancellationToken cancellation = default) where T : class, new() =>
        await cache.GetAsync(db, Key(typeof(T).Name), async () =>
            await FindJsonAsync(typeof(T).Name, cancellation) is { } json
                ? JsonSerializer.Deserialize<T>(json, PortalJson.Compact) ?? new T()
                : new T());

    public Task<bool> SaveAsync<T>(T section, CancellationToken cancellation = default) where T : class, new() =>
        SaveJsonAsync(typeof(T).Name, JsonSerializer.Serialize(section, PortalJson.Compact), cancellation);

    public Task<string?> FindJsonAsync(string name, CancellationToken cancellation = default) =>
        db.Set<SettingsSection>().Where(row => row.Name == name).Select(row => row.Json).SingleOrDefaultAsync(cancellation)!;

    public async Task<bool> SaveJsonAsync(string name, string json, CancellationToken cancellation = default)
    {
        var section = await db.Set<SettingsSection>().FindAsync([name], cancellation);
        if (section is null)
        {
            db.Add(new SettingsSection { Name = name, Json = json });
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
