using LearningDev.Content.Definitions.ChangingFields;
using LearningDev.Content.Definitions.ChangingKinds;
using LearningDev.Content.Definitions.Reliance;
using LearningDev.Content.Definitions.Upkeep;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Definitions.History;

/// <summary>The versions of content types and parts: what each changed, and how an earlier one is restored (CMS-02).</summary>
internal sealed class DefinitionHistory(PortalDb db, ContentDefinitions definitions, ReliedOn reliedOn, KindChanging kinds, BringingForward bringing)
{
    private IQueryable<DefinitionVersion> Versions => db.Set<DefinitionVersion>().AsNoTracking();

    /// <summary>The names of those that were removed and are not there again.</summary>
    public async Task<IReadOnlyList<string>> RemovedAsync(string kind, CancellationToken cancellation)
    {
        var names = await Versions.Where(version => version.Kind == kind && version.Json == DefinitionVersion.Removed).Select(version => version.Name).Distinct().ToListAsync(cancellation);
        var set = await definitions.GetAsync(cancellation);
        return [.. names.Where(name => kind == ContentDefinitions.TypeKind ? set.FindType(name) is null : set.FindPart(name) is null).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>A page of versions, newest first; no versions when there are none of that name.</summary>
    public async Task<DefinitionHistoryPage> ReadAsync(string kind, string name, int page, int size, CancellationToken cancellation)
    {
        var all = Versions.Where(version => version.Kind == kind && version.Name == name);
        var pages = Math.Max(1, (await all.CountAsync(cancellation) + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        // The one below the last is what the last is compared with.
        var rows = await all.OrderByDescending(version => version.Version).Skip((page - 1) * size).Take(size + 1).ToListAsync(cancellation);
        return new DefinitionHistoryPage(
            [.. rows.Take(size).Select((row, index) => new DefinitionHistoryEntry(
                row, rows.ElementAtOrDefault(index + 1) is { } below && row.SavedUtc is not null ? DefinitionDifferences.Between(below.Json, row.Json) : []))],
            page, pages);
    }

    /// <summary>What restoring a version would change now; null when there is no such version, or it is one of a removal.</summary>
    public async Task<RestoredDefinition?> PreviewAsync(string kind, string name, int version, CancellationToken cancellation)
    {
        var row = await Versions.SingleOrDefaultAsync(one => one.Kind == kind && one.Name == name && one.Version == version, cancellation);
        if (row is null || row.Json == DefinitionVersion.Removed)
        {
            return null;
        }

        var current = await db.Set<DefinitionRow>().AsNoTracking().SingleOrDefaultAsync(one => one.Kind == kind && one.Name == name, cancellation);
        return new RestoredDefinition(row, current?.Version ?? 0, DefinitionDifferences.Between(current?.Json ?? "", row.Json), await FaultAsync(row, current, cancellation));
    }

    /// <summary>Saves an earlier version as a new one, and brings items back where a field's kind changes with it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed it since.</exception>
    public async Task RestoreAsync(RestoredDefinition restored, int opened, CancellationToken cancellation)
    {
        var version = restored.Version;
        var set = await definitions.GetAsync(cancellation);
        if (version.Kind == ContentDefinitions.TypeKind)
        {
            var type = ContentDefinitions.Read<ContentTypeDefinition>(version.Json);
            var did = $"Restored version {version.Version} of the content type {type.DisplayName}";
            await definitions.SaveAsync(type, new DefinitionSave { What = did, Expected = opened, Restored = version.Version }, cancellation);
            // A removed type's own part was removed with it.
            if (type.Parts.Exists(part => part.PartName == type.Name) && set.FindPart(type.Name) is null
                && await Versions.Where(one => one.Kind == ContentDefinitions.PartKind && one.Name == type.Name && one.Json != DefinitionVersion.Removed)
                    .OrderByDescending(one => one.Version).FirstOrDefaultAsync(cancellation) is { } own)
            {
                await definitions.SaveAsync(
                    ContentDefinitions.Read<ContentPartDefinition>(own.Json),
                    new DefinitionSave { What = $"Restored the part {own.Name}, which belongs to the content type {type.DisplayName}", Restored = own.Version }, cancellation);
            }

            await bringing.BeginAsync(did, [type.Name], change: null, cancellation);
            return;
        }

        var after = ContentDefinitions.Read<ContentPartDefinition>(version.Json);
        var before = set.FindPart(version.Name);
        var what = $"Restored version {version.Version} of the part {after.DisplayName}";
        await definitions.SaveAsync(after, new DefinitionSave { What = what, Expected = opened, Restored = version.Version }, cancellation);
        foreach (var (was, now) in Both(before, after))
        {
            await kinds.BringForwardAsync(after.Name, was, now, opened, version.Version, what, cancellation);
        }

        if (Both(before, after).Any(pair => FieldEditing.MattersToSearch(pair.Was, pair.Now)) || before?.Fields.Count != after.Fields.Count)
        {
            await bringing.BeginAsync(what, [.. (await definitions.GetAsync(cancellation)).TypesWith(after.Name)], change: null, cancellation);
        }
    }

    /// <summary>Why a version cannot be restored; null when it can.</summary>
    private async Task<string?> FaultAsync(DefinitionVersion version, DefinitionRow? current, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var types = version.Kind == ContentDefinitions.TypeKind ? [version.Name] : set.TypesWith(version.Name);
        if ((await bringing.OpenAsync(cancellation)).Any(work => work.Change.Length > 0 && work.Types.Split(' ').Intersect(types).Any()))
        {
            return "Items are still being brought forward to an earlier change. Try again when that is done";
        }

        if (version.Kind == ContentDefinitions.TypeKind)
        {
            var type = ContentDefinitions.Read<ContentTypeDefinition>(version.Json);
            var missing = type.Parts.Find(part => part.PartName != type.Name && set.FindPart(part.PartName) is null);
            var lost = current is null ? null : await LostPartAsync(ContentDefinitions.Read<ContentTypeDefinition>(current.Json), type, cancellation);
            return missing is not null ? $"That version has the part {missing.PartName}, which is not there any more"
                : lost is not null ? $"That version does not have the part {lost}, on which a module relies" : null;
        }

        var part = ContentDefinitions.Read<ContentPartDefinition>(version.Json);
        var now = current is null ? null : ContentDefinitions.Read<ContentPartDefinition>(current.Json);
        var relied = now?.Fields.Find(field => reliedOn.OfField(now.Name, field.Name) is not null
            && part.Fields.Find(one => one.Name == field.Name) is var then && (then is null || then.FieldName != field.FieldName || then.UseSettings.Retired));
        return relied is null ? null : $"That version does not have the field {relied.DisplayName} as the module {reliedOn.OfField(now!.Name, relied.Name)} needs it";
    }

    private async Task<string?> LostPartAsync(ContentTypeDefinition now, ContentTypeDefinition then, CancellationToken cancellation)
    {
        foreach (var part in now.Parts.Where(part => !then.Parts.Exists(one => one.Name == part.Name)))
        {
            if (await reliedOn.OfPartOfTypeAsync(now.Name, part.Name, cancellation) is not null)
            {
                return part.Name;
            }
        }

        return null;
    }

    private static IEnumerable<(ContentFieldDefinition Was, ContentFieldDefinition Now)> Both(ContentPartDefinition? before, ContentPartDefinition after) =>
        from was in before?.Fields ?? []
        join now in after.Fields on was.Name equals now.Name
        select (was, now);
}

/// <summary>A page of the history.</summary>
internal sealed record DefinitionHistoryPage(IReadOnlyList<DefinitionHistoryEntry> Entries, int Page, int Pages);

/// <summary>A version, and what it changed.</summary>
internal sealed record DefinitionHistoryEntry(DefinitionVersion Version, IReadOnlyList<AuditChange> Changes);

/// <summary>A version that may be restored.</summary>
/// <param name="Version">The version.</param>
/// <param name="Current">The version that there is now; 0 for none.</param>
/// <param name="Changes">What would change.</param>
/// <param name="Fault">Why it cannot be restored; null when it can.</param>
internal sealed record RestoredDefinition(DefinitionVersion Version, int Current, IReadOnlyList<AuditChange> Changes, string? Fault);
