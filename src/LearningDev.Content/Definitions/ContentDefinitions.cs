using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions;

/// <summary>Reads and changes content types and parts (CMS-02).</summary>
public sealed class ContentDefinitions(PortalDb db, PortalCache cache, IEvents events)
{
    private const string CacheKey = "content-definitions";
    private const string TypeKind = "Type";
    private const string PartKind = "Part";

    /// <summary>All types and parts.</summary>
    public Task<DefinitionSet> GetAsync(CancellationToken cancellation = default) => cache.GetAsync(db, CacheKey, async () =>
    {
        var rows = await db.Set<DefinitionRow>().AsNoTracking().ToListAsync(cancellation);
        return new DefinitionSet(
            rows.Where(row => row.Kind == TypeKind).Select(row => Read<ContentTypeDefinition>(row.Json)),
            rows.Where(row => row.Kind == PartKind).Select(row => Read<ContentPartDefinition>(row.Json)));
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

        if (merged.DisplayName.Length == 0)
        {
            merged.DisplayName = merged.Name;
        }

        return await SaveAsync(TypeKind, merged.Name, merged.DisplayName, merged, cancellation);
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

        return await SaveAsync(PartKind, merged.Name, merged.Name, merged, cancellation);
    }

    /// <summary>Puts a type in the place of the one of its name.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> ReplaceTypeAsync(ContentTypeDefinition type, CancellationToken cancellation = default)
    {
        var copy = Copy(type);
        copy.DisplayName = copy.DisplayName.Length == 0 ? copy.Name : copy.DisplayName;
        return SaveAsync(TypeKind, copy.Name, copy.DisplayName, copy, cancellation);
    }

    /// <summary>Puts a part in the place of the one of its name.</summary>
    /// <returns>True when something changed.</returns>
    public Task<bool> ReplacePartAsync(ContentPartDefinition part, CancellationToken cancellation = default) =>
        SaveAsync(PartKind, part.Name, part.Name, part, cancellation);

    /// <summary>Removes a type. What items of it there are keep their type's name and cannot be saved any more.</summary>
    /// <returns>False when there is no such type.</returns>
    public Task<bool> RemoveTypeAsync(string name, CancellationToken cancellation = default) => RemoveAsync(TypeKind, name, cancellation);

    /// <summary>Removes a part's definition.</summary>
    /// <returns>False when there is no such part.</returns>
    public Task<bool> RemovePartAsync(string name, CancellationToken cancellation = default) => RemoveAsync(PartKind, name, cancellation);

    private async Task<bool> RemoveAsync(string kind, string name, CancellationToken cancellation)
    {
        if (await db.Set<DefinitionRow>().FindAsync([kind, name], cancellation) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        cache.ForgetOnCommit(db, CacheKey);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentDefinitionRemoved(kind, name), cancellation);
        return true;
    }

    private async Task<bool> SaveAsync<T>(string kind, string name, string displayName, T definition, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(definition, PortalJson.Compact);
        var row = await db.Set<DefinitionRow>().FindAsync([kind, name], cancellation);
        if (row is null)
        {
            db.Add(new DefinitionRow { Kind = kind, Name = name, Json = json });
        }
        else if (row.Json == json)
        {
            return false;
        }
        else
        {
            row.Json = json;
            row.Version++;
        }

        cache.ForgetOnCommit(db, CacheKey);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentDefinitionChanged(kind, name, displayName), cancellation);
        return true;
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

    private static T Copy<T>(T definition) => Read<T>(JsonSerializer.Serialize(definition, PortalJson.Compact));

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, PortalJson.Compact)!;
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
    /// <inheritdoc />
    public AuditSubject Subject => new($"Content {Kind.ToLowerInvariant()}", Name, DisplayName);

    /// <inheritdoc />
    public string Summary => $"Changed the content {Kind.ToLowerInvariant()} {DisplayName}";
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
