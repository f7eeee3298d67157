using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Bin;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>
/// Writes versions of items. What a version says never changes afterwards: whoever saves something else makes a new one. Whoever writes must have read the
/// newest version.
/// </summary>
internal sealed class ContentWriter(
    PortalDb db, ContentDefinitions definitions, ContentValidator validator, PublishingGates gates, ContentRoutes routes, CurrentPerson person, TimeProvider time)
{
    private DbSet<ContentItemRow> Rows => db.Set<ContentItemRow>();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Writes an item in the name of whoever is signed in.</summary>
    public async Task<WrittenItem> WriteAsync(ContentItem item, ContentWrite how, CancellationToken cancellation) =>
        (await WriteAllAsync([item], how with { AuthorOf = written => person.Principal.Identity?.Name ?? written.Author }, cancellation))[0];

    /// <summary>Writes many items with as few queries as for one.</summary>
    /// <exception cref="ContentInvalidException">An item has faults, is archived, or a gate refuses it.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved an item since it was read.</exception>
    public async Task<IReadOnlyList<WrittenItem>> WriteAllAsync(IReadOnlyList<ContentItem> items, ContentWrite how, CancellationToken cancellation)
    {
        List<string> ids = [.. items.Select(item => item.ContentItemId)];
        await LockAsync(ids, cancellation);
        var active = (await Rows.Where(row => ids.Contains(row.ContentItemId) && (row.Latest || row.Published)).ToListAsync(cancellation))
            .ToLookup(row => row.ContentItemId);
        foreach (var item in items)
        {
            await RequireWritableAsync(item, active[item.ContentItemId].FirstOrDefault(row => row.Latest), how, cancellation);
        }

        if (how.Publish)
        {
            await gates.RequireOpenAsync(items, cancellation);
        }

        await routes.ClaimAsync(items, how.Publish, cancellation);
        var numbers = await LeaveBinAsync([.. ids.Where(id => !active[id].Any(row => row.Latest))], cancellation);
        var names = await definitions.GetAsync(cancellation);
        List<WrittenItem> all = [];
        foreach (var item in items)
        {
            var latest = active[item.ContentItemId].FirstOrDefault(row => row.Latest);
            var row = latest is not null && !how.AlwaysNew && IsSame(latest, item, how)
                ? latest
                : NewVersion(item, latest, (latest?.Number ?? numbers.GetValueOrDefault(item.ContentItemId)) + 1, how);
            var compared = how.Publish ? active[item.ContentItemId].FirstOrDefault(candidate => candidate.Published) ?? latest : latest;
            all.Add(new WrittenItem(row, ContentChanges.Between(compared?.Json, item, names)));
            foreach (var other in active[item.ContentItemId].Where(candidate => candidate != row))
            {
                StepDown(other, isLatest: false, isPublished: other.Published && !how.Publish);
            }
        }

        // The unique indexes allow one Latest and one Published row at every moment, so the old rows step down first.
        await SaveAsync(items, cancellation);
        foreach (var (item, (row, _)) in items.Zip(all))
        {
            Fill(row, item, how);
        }

        await SaveAsync(items, cancellation);
        return all;
    }

    /// <summary>Publishes a version as it was saved. A newer draft stays a draft.</summary>
    /// <returns>What was published; null when the version, or the item, is not there or the item is archived.</returns>
    /// <exception cref="ContentInvalidException">The version has faults, or a gate refuses it.</exception>
    /// <exception cref="ContentConflictException">Somebody else was quicker.</exception>
    public async Task<WrittenItem?> PublishVersionAsync(string contentItemId, string versionId, string note, CancellationToken cancellation)
    {
        await LockAsync([contentItemId], cancellation);
        var rows = await Rows.Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published || row.ContentItemVersionId == versionId)).ToListAsync(cancellation);
        if (rows.Find(row => row.ContentItemVersionId == versionId) is not { } row || rows.Find(other => other.Latest) is not { ArchivedUtc: null })
        {
            return null;
        }

        var item = row.ToItem();
        await validator.RequireValidAsync(item, publish: true, cancellation);
        await gates.RequireOpenAsync([item], cancellation);
        await routes.ClaimAsync([item], publish: true, cancellation);
        var published = rows.Find(other => other.Published);
        var changes = ContentChanges.Between(published?.Json, item, await definitions.GetAsync(cancellation));
        if (published is not null && published != row)
        {
            StepDown(published, published.Latest, isPublished: false);
        }

        await SaveAsync([item], cancellation);
        row.Take(item);
        row.Published = true;
        row.PublishedUtc = Now;
        row.Note = row.Note.Length > 0 ? row.Note : note;
        Touch(row);
        await SaveAsync([item], cancellation);
        return new WrittenItem(row, changes);
    }

    /// <summary>Makes the latest version the published one, unchecked, for a preview in a transaction that is rolled back.</summary>
    public async Task<ContentItemRow?> PretendPublishedAsync(string contentItemId, CancellationToken cancellation)
    {
        var rows = await Rows.Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published)).ToListAsync(cancellation);
        if (rows.Find(row => row.Latest) is not { } latest)
        {
            return null;
        }

        var item = latest.ToItem();
        await routes.ClaimAsync([item], publish: true, cancellation);
        foreach (var other in rows.Where(row => row != latest))
        {
            StepDown(other, isLatest: false, isPublished: false);
        }

        await SaveAsync([item], cancellation);
        latest.Take(item);
        latest.Published = true;
        latest.PublishedUtc = Now;
        latest.ArchivedUtc = null;
        Touch(latest);
        await SaveAsync([item], cancellation);
        return latest;
    }

    // SQLite lets one transaction write at a time. On PostgreSQL whoever changes the same item waits here, and then sees what was saved.
    // Everybody takes the locks in the same order, so that no two wait for each other.
    public async Task LockAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellation)
    {
        if (!db.IsSqlite && db.Database.CurrentTransaction is not null)
        {
            string[] ordered = [.. contentItemIds.Order(StringComparer.Ordinal)];
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest({ordered}) with ordinality as item (id, position) order by position", cancellation);
        }
    }

    /// <summary>Counts a change of a row, so that whoever has read it before is told.</summary>
    public static void Touch(ContentItemRow row) => row.Revision++;

    private async Task RequireWritableAsync(ContentItem item, ContentItemRow? latest, ContentWrite how, CancellationToken cancellation)
    {
        if (latest is null ? item.ContentItemVersionId.Length > 0
            : latest.ContentItemVersionId != item.ContentItemVersionId || latest.Revision != item.Revision)
        {
            throw new ContentConflictException(item.DisplayText, latest?.Author);
        }

        if (latest?.ArchivedUtc is not null && !how.IsImport)
        {
            throw new ContentInvalidException([new ContentError("", $"{latest.DisplayText} is archived. Take it out of the archive before you change it")]);
        }

        await validator.RequireValidAsync(item, how.Publish, cancellation);
    }

    // A draft that says nothing else is not another version: its author has saved it again, or publishes it.
    private static bool IsSame(ContentItemRow latest, ContentItem item, ContentWrite how) =>
        !latest.Published && latest.Author == how.AuthorOf(item) && (how.IsImport || latest.Owner == (item.Owner ?? latest.Owner)) && latest.DisplayText == item.DisplayText && latest.Json == item.Content.ToJsonString(PortalJson.Compact);

    private void Fill(ContentItemRow row, ContentItem item, ContentWrite how)
    {
        if (row.Id == 0)
        {
            db.Add(row);
        }

        row.Take(item);
        row.Latest = true;
        row.ModifiedUtc = (how.KeepTimes ? item.ModifiedUtc : null) ?? Now;
        row.CreatedUtc = (how.KeepTimes ? item.CreatedUtc : null) ?? row.CreatedUtc;
        row.Author = how.AuthorOf(item);
        row.Note = how.Note.Length > 0 ? how.Note : row.Note;
        row.ArchivedUtc = null;
        row.ArchivedBy = null;
        if (how.Publish)
        {
            row.Published = true;
            row.PublishedUtc = (how.KeepTimes ? item.PublishedUtc : null) ?? Now;
        }

        Touch(row);
    }

    /// <summary>Takes items that come back out of the bin.</summary>
    /// <returns>The number of the newest version of each that was ever saved.</returns>
    private async Task<Dictionary<string, int>> LeaveBinAsync(List<string> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var numbers = await Rows.Where(row => ids.Contains(row.ContentItemId)).GroupBy(row => row.ContentItemId)
            .Select(versions => new { versions.Key, Number = versions.Max(row => row.Number) })
            .ToDictionaryAsync(versions => versions.Key, versions => versions.Number, cancellation);
        if (numbers.Count > 0)
        {
            db.RemoveRange(await db.Set<BinnedItem>().Where(binned => ids.Contains(binned.ContentItemId)).ToListAsync(cancellation));
        }

        return numbers;
    }

    private static void StepDown(ContentItemRow row, bool isLatest, bool isPublished)
    {
        row.Latest = isLatest;
        row.Published = isPublished;
        row.ArchivedUtc = null;
        row.ArchivedBy = null;
        Touch(row);
    }

    private ContentItemRow NewVersion(ContentItem item, ContentItemRow? latest, int number, ContentWrite how) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.NewVersionId ?? Identifiers.New(),
        ContentType = item.ContentType,
        Number = number,
        CreatedUtc = latest?.CreatedUtc ?? Now,

        // A file names people of the portal that it comes from.
        Owner = how.IsImport ? latest?.Owner ?? item.Owner : item.Owner ?? latest?.Owner,
    };

    private async Task SaveAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (PortalDb.IsUniqueViolation(fault) && fault.Entries.Any(entry => entry.Entity is ContentRoute))
        {
            throw new ContentInvalidException([new ContentError("AutoroutePart.Path", "The address was taken by another page just now. Choose a different one")]);
        }
        catch (DbUpdateException fault) when (fault is DbUpdateConcurrencyException || PortalDb.IsUniqueViolation(fault))
        {
            var id = fault.Entries.Select(entry => entry.Entity).OfType<ContentItemRow>().FirstOrDefault()?.ContentItemId;
            throw new ContentConflictException((items.FirstOrDefault(item => item.ContentItemId == id) ?? items[0]).DisplayText, author: null);
        }
    }
}

/// <summary>How items are written.</summary>
/// <param name="Publish">True to show them to everybody.</param>
internal sealed record ContentWrite(bool Publish)
{
    /// <summary>Who writes an item.</summary>
    public Func<ContentItem, string?> AuthorOf { get; init; } = item => item.Author;

    /// <summary>Why; empty when nobody said.</summary>
    public string Note { get; init; } = "";

    /// <summary>Makes a version even if it says what the newest draft says.</summary>
    public bool AlwaysNew { get; init; }

    /// <summary>The items come out of a file, which may bring back what is archived here.</summary>
    public bool IsImport { get; init; }

    /// <summary>Times are the items' own where they have them.</summary>
    public bool KeepTimes { get; init; }
}

/// <summary>A row as it was written, and what of it is new.</summary>
internal sealed record WrittenItem(ContentItemRow Row, IReadOnlyList<AuditChange> Changes);
