using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningDev.Content.Definitions.History;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions;

/// <summary>Reads and changes content types and parts, and keeps every version of them (CMS-02).</summary>
public sealed class ContentDefinitions(PortalDb db, PortalCache cache, IEvents events, CurrentPerson person, TimeProvider time)
{
    internal const string TypeKind = "Type";
    internal const string PartKind = "Part";
    private const string CacheKey = "content-definitions";

    /// <summary>All types and parts.</summary>
    public Task<DefinitionSet> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(db, CacheKey, async () =>
    {
        var rows = await db.Set<DefinitionRow>().AsNoTracking().ToListAsync(cancellation);
        return new DefinitionSet(
            rows.Where(row => row.Kind == TypeKind).Select(row => Read<ContentTypeDefinition>(row.Json)),
            rows.Where(row => row.Kind == PartKind).Select(row => Read<ContentPartDefinition>(row.Json)),
            rows.ToDictionary(row => (row.Kind, row.Name), row => row.Version));
    });

    /// <summary>
    /// Adds a type or merges it into the one of its name, as Orchard Core's ContentDefinition step does: settings and parts that the
    /// file does not name stay.
    /// </summary>
    /// <returns>True when something changed.</returns>
    public async Task<bool> MergeTypeAsync(ContentTypeDefinition type, CancellationToken cancellation = default)
    {
        var merged = (await GetAsync(cancellation)).FindType(type.Name) is { } current ? Copy(current) : new ContentTypeDefinition { Name = type.Name };
        if (type.DisplayName.Length > 0)
        {
            merged.DisplayName = type.DisplayName;
            Merge(merged.Settings, type.Settings);
        }

        foreach (var part in type.Parts)
        {
            var existing = merged.Parts.Find(candidate => candidate.Name == part.Name);
            if (existing is null)
            {
                merged.Parts.Add(Copy(part));
            }
            else
            {
                existing.PartName = part.PartName;
                Merge(existing.Settings, part.Settings);
            }
        }

        return await SaveAsync(merged, new DefinitionSave(), cancellation);
    }

    /// <summary>Adds a part or merges it into the one of its name; settings and fields that the file does not name stay.</summary>
    /// <returns>True when something changed.</returns>
    public async Task<bool> MergePartAsync(ContentPartDefinition part, CancellationToken cancellation = default)
    {
        var merged = (await GetAsync(cancellation)).FindPart(part.Name) is { } current ? Copy(current) : new ContentPartDefinition { Name = part.Name };
        Merge(merged.Settings, part.Settings);
        foreach (var field in part.Fields)
        {
            var existing = merged.Fields.Find(candidate => candidate.Name == field.Name);
            if (existing is null)
            {
                merged.Fields.Add(Copy(field));
            }
            else
            {
                existing.FieldName = field.FieldName;
                Merge(existing.Settings, field.Settings);
            }
        }

        return await SaveAsync(merged, new DefinitionSave(), cancellation);
    }

    /// <summary>Puts a type in the place of the one of its name.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> ReplaceTypeAsync(ContentTypeDefinition type, CancellationToken cancellation = default) => SaveAsync(Copy(type), new DefinitionSave(), cancellation);

    /// <summary>Puts a part in the place of the one of its name.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> ReplacePartAsync(ContentPartDefinition part, CancellationToken cancellation = default) => SaveAsync(part, new DefinitionSave(), cancellation);

    /// <summary>Removes a type. What items of it there are keep their type's name and cannot be saved any more.</summary>
    /// <returns>False when there is no such type.</returns>
    public Task<bool> RemoveTypeAsync(string name, CancellationToken cancellation = default) => RemoveAsync(TypeKind, name, cancellation);

    /// <summary>Removes a part's definition.</summary>
    /// <returns>False when there is no such part.</returns>
    public Task<bool> RemovePartAsync(string name, CancellationToken cancellation = default) => RemoveAsync(PartKind, name, cancellation);

    /// <summary>Saves a type as it shall be.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has saved it since.</exception>
    internal Task<bool> SaveAsync(ContentTypeDefinition type, DefinitionSave save, CancellationToken cancellation)
    {
        type.DisplayName = type.DisplayName.Length == 0 ? type.Name : type.DisplayName;
        return SaveAsync(TypeKind, type.Name, type.DisplayName, type, save, cancellation);
    }

    /// <summary>Saves a part as it shall be.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has saved it since.</exception>
    internal Task<bool> SaveAsync(ContentPartDefinition part, DefinitionSave save, CancellationToken cancellation) =>
        SaveAsync(PartKind, part.Name, part.DisplayName, part, save, cancellation);

    /// <summary>A copy that may be changed.</summary>
    internal static T Copy<T>(T definition) => Read<T>(JsonSerializer.Serialize(definition, PortalJson.Compact));

    internal static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, PortalJson.Compact)!;

    private async Task<bool> RemoveAsync(string kind, string name, CancellationToken cancellation)
    {
        if (await db.Set<DefinitionRow>().FindAsync([kind, name], cancellation) is not { } row)
        {
            return false;
        }

        await KeepFirstAsync(row, cancellation);
        Keep(row, row.Version + 1, DefinitionVersion.Removed, new DefinitionSave());
        db.Remove(row);
        cache.ForgetOnCommit(db, CacheKey);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentDefinitionRemoved(kind, name), cancellation);
        return true;
    }

    private async Task<bool> SaveAsync<T>(string kind, string name, string displayName, T definition, DefinitionSave save, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(definition, PortalJson.Compact);
        var row = await db.Set<DefinitionRow>().FindAsync([kind, name], cancellation);
        if (save.Expected is { } expected && (row?.Version ?? 0) != expected)
        {
            throw new DbUpdateConcurrencyException($"{name} was saved by somebody else meanwhile.");
        }

        var before = row?.Json;
        if (row is null)
        {
            var last = await db.Set<DefinitionVersion>().Where(version => version.Kind == kind && version.Name == name)
                .MaxAsync(version => (int?)version.Version, cancellation);
            row = new DefinitionRow { Kind = kind, Name = name, Json = json, Version = (last ?? 0) + 1 };
            db.Add(row);
        }
        else if (row.Json == json)
        {
            return false;
        }
        else
        {
            await KeepFirstAsync(row, cancellation);
            row.Json = json;
            row.Version++;
        }

        Keep(row, row.Version, json, save);
        cache.ForgetOnCommit(db, CacheKey);
        await WriteAsync(name, cancellation);
        await events.PublishAsync(
            new ContentDefinitionChanged(kind, name, displayName)
            {
                What = save.What,
                Changes = before is null ? [] : DefinitionDifferences.Between(before, json),
            },
            cancellation);
        return true;
    }

    private void Keep(DefinitionRow row, int version, string json, DefinitionSave save) => db.Add(new DefinitionVersion
    {
        Kind = row.Kind,
        Name = row.Name,
        Version = version,
        Json = json,
        SavedUtc = time.GetUtcNow().UtcDateTime,
        PersonName = person.Name,
        What = save.What.Length <= DefinitionVersion.LongestWhat ? save.What : save.What[..DefinitionVersion.LongestWhat],
        RestoredVersion = save.Restored,
    });

    // A definition that was saved before there was a history begins it with what it was.
    private async Task KeepFirstAsync(DefinitionRow row, CancellationToken cancellation)
    {
        if (!await db.Set<DefinitionVersion>().AnyAsync(version => version.Kind == row.Kind && version.Name == row.Name && version.Version == row.Version, cancellation)
            && !db.Set<DefinitionVersion>().Local.Any(version => version.Kind == row.Kind && version.Name == row.Name && version.Version == row.Version))
        {
            db.Add(new DefinitionVersion { Kind = row.Kind, Name = row.Name, Version = row.Version, Json = row.Json });
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

    private static void Merge(JsonObject target, JsonObject source)
    {
        foreach (var (name, value) in source)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                target[name] = value?.DeepClone();
            }
        }
    }
}

/// <summary>How a definition is saved.</summary>
internal sealed record DefinitionSave
{
    /// <summary>What was done, as the history and the audit say it, for example "Added the field Dress code to Course"; empty for the usual words.</summary>
    public string What { get; init; } = "";

    /// <summary>The version that it takes the place of; null for whichever there is.</summary>
    public int? Expected { get; init; }

    /// <summary>The version that is restored; null for a new one.</summary>
    public int? Restored { get; init; }
}

/// <summary>A type or part as JSON.</summary>
internal sealed class DefinitionRow
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public required string Json { get; set; }

    public int Version { get; set; }
}

/// <summary>A content type or part was added or changed.</summary>
/// <param name="Kind">"Type" or "Part".</param>
/// <param name="Name">Its name.</param>
/// <param name="DisplayName">The name that people read.</param>
public sealed record ContentDefinitionChanged(string Kind, string Name, string DisplayName) : IPortalEvent
{
    /// <summary>What was done, in a sentence; empty for the usual words.</summary>
    public string What { get; init; } = "";

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <inheritdoc />
    public AuditSubject Subject => new($"Content {Kind.ToLowerInvariant()}", Name, DisplayName);

    /// <inheritdoc />
    public string Summary => What.Length > 0 ? What : $"Changed the content {Kind.ToLowerInvariant()} {DisplayName}";
}

/// <summary>A content type or part was removed.</summary>
/// <param name="Kind">"Type" or "Part".</param>
/// <param name="Name">Its name.</param>
public sealed record ContentDefinitionRemoved(string Kind, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new($"Content {Kind.ToLowerInvariant()}", Name, Name);

    /// <inheritdoc />
    public string Summary => $"Removed the content {Kind.ToLowerInvariant()} {Name}";
}
