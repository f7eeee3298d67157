using LearningDev.Content.Definitions;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Items;

/// <summary>Which version of an item is meant.</summary>
public enum VersionChoice
{
    /// <summary>What everybody sees.</summary>
    Published,

    /// <summary>What editors see.</summary>
    Latest,
}

/// <summary>
/// Reads, saves, publishes and withdraws content items (CMS-01). Every save checks that the item was read at its newest, and every
/// change runs in the caller's transaction together with what is indexed by it.
/// </summary>
public sealed class ContentItems(
    PortalDb db, ContentDefinitions definitions, ContentValidator validator, PublishingGates gates, ContentRoutes routes, IEvents events, CurrentPerson person, TimeProvider time)
{
    private const int EventsAtOnce = 100;

    private DbSet<ContentItemRow> Rows => db.Set<ContentItemRow>();

    /// <summary>Finds an item; null when there is none in that version.</summary>
    public async Task<ContentItem?> FindAsync(string contentItemId, VersionChoice version, CancellationToken cancellation = default)
    {
        var row = await Rows.AsNoTracking().SingleOrDefaultAsync(
            candidate => candidate.ContentItemId == contentItemId
                && (version == VersionChoice.Published ? candidate.Published : candidate.Latest), cancellation);
        return row?.ToItem();
    }

    /// <summary>Finds items by their ids, in the order of the ids; those that are missing are left out.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAllAsync(
        IReadOnlyCollection<string> contentItemIds, VersionChoice version, CancellationToken cancellation = default)
    {
        if (contentItemIds.Count == 0)
        {
            return [];
        }

        var rows = await Rows.AsNoTracking().Where(row => contentItemIds.Contains(row.ContentItemId)
            && (version == VersionChoice.Published ? row.Published : row.Latest)).ToDictionaryAsync(row => row.ContentItemId, cancellation);
        return [.. contentItemIds.Where(rows.ContainsKey).Select(id => rows[id].ToItem())];
    }

    /// <summary>Those of the ids under which something was ever saved, even if it is removed now.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancellation = default) =>
        await Rows.Where(row => contentItemIds.Contains(row.ContentItemId)).Select(row => row.ContentItemId).ToHashSetAsync(cancellation);

    /// <summary>The names of the published items of a type, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string contentType, CancellationToken cancellation = default) =>
        await Rows.Where(row => row.ContentType == contentType && row.Published).ToDictionaryAsync(row => row.ContentItemId, row => row.DisplayText, cancellation);

    /// <summary>All versions of an item, the newest first.</summary>
    public async Task<IReadOnlyList<ContentItem>> VersionsAsync(string contentItemId, CancellationToken cancellation = default) =>
        [.. (await Rows.AsNoTracking().Where(row => row.ContentItemId == contentItemId).OrderByDescending(row => row.Id).ToListAsync(cancellation))
            .Select(row => row.ToItem())];

    /// <summary>Makes a new item that is not saved yet.</summary>
    public ContentItem New(string contentType) => new()
    {
        ContentItemId = Identifiers.New(),
        ContentType = contentType,
        Owner = person.Id,
    };

    /// <summary>Saves the item as a draft. What is published stays as it is.</summary>
    /// <exception cref="ContentInvalidException">The item has faults that even a draft may not have.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved the item since it was read.</exception>
    public async Task<ContentItem> SaveDraftAsync(ContentItem item, CancellationToken cancellation = default)
    {
        var written = await WriteAsync(item, publish: false, cancellation);
        var saved = written.Row.ToItem();
        await events.PublishAsync(new ContentDraftSaved(saved) { Changes = written.Changes }, cancellation);
        return saved;
    }

    /// <summary>Saves the item and shows it to everybody.</summary>
    /// <exception cref="ContentInvalidException">The item has faults.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved the item since it was read.</exception>
    public async Task<ContentItem> PublishAsync(ContentItem item, CancellationToken cancellation = default)
    {
        var written = await WriteAsync(item, publish: true, cancellation);
        var published = written.Row.ToItem();
        await events.PublishAsync(new ContentPublished(published) { Changes = written.Changes }, cancellation);
        return published;
    }

    /// <summary>
    /// Saves many items and shows them to everybody, with as few queries as for one. An item's author is its <see cref="ContentItem.Author"/>.
    /// Afterwards the database context follows nothing any more.
    /// </summary>
    /// <exception cref="ContentInvalidException">An item has faults.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved an item since it was read.</exception>
    public async Task PublishAllAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation = default)
    {
        var all = await WriteAllAsync(items, publish: true, item => item.Author, cancellation);
        foreach (var few in all.Select(written => new ContentPublished(written.Row.ToItem()) { Changes = written.Changes }).Chunk(EventsAtOnce))
        {
            // All is saved; what the context still holds would be compared again at every save of every handler.
            db.ChangeTracker.Clear();
            await events.PublishAllAsync(few, cancellation);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>
    /// Saves items out of a file, as drafts or for everybody, with as few queries as for one. Owner, author and times are the items' own where they
    /// have them. Afterwards the database context follows nothing any more.
    /// </summary>
    /// <exception cref="ContentInvalidException">An item has faults.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved an item since it was read.</exception>
    internal async Task ImportAllAsync(IReadOnlyList<ContentItem> items, bool publish, CancellationToken cancellation)
    {
        var all = await WriteAllAsync(items, publish, item => item.Author, cancellation, keepTimes: true);
        foreach (var few in all.Chunk(EventsAtOnce))
        {
            db.ChangeTracker.Clear();
            if (publish)
            {
                await events.PublishAllAsync<ContentPublished>([.. few.Select(written => new ContentPublished(written.Row.ToItem()) { Changes = written.Changes })], cancellation);
            }
            else
            {
                await events.PublishAllAsync<ContentDraftSaved>([.. few.Select(written => new ContentDraftSaved(written.Row.ToItem()) { Changes = written.Changes })], cancellation);
            }
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Takes the item off the portal; its latest version stays as a draft.</summary>
    /// <returns>False when the item was not published.</returns>
    public async Task<bool> UnpublishAsync(string contentItemId, CancellationToken cancellation = default)
    {
        var active = await ActiveAsync(contentItemId, cancellation);
        if (active.Find(row => row.Published) is not { } published)
        {
            return false;
        }

        var withdrawn = published.ToItem();
        published.Published = false;
        published.PublishedUtc = null;
        Touch(published);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentUnpublished(withdrawn), cancellation);
        return true;
    }

    /// <summary>Removes the item from all lists. Its versions are kept, so that it can be restored.</summary>
    /// <returns>False when there is no such item.</returns>
    public async Task<bool> RemoveAsync(string contentItemId, CancellationToken cancellation = default)
    {
        var active = await ActiveAsync(contentItemId, cancellation);
        if (active.Count == 0)
        {
            return false;
        }

        var latest = (active.Find(row => row.Latest) ?? active[0]).ToItem();
        foreach (var row in active)
        {
            row.Latest = row.Published = false;
            Touch(row);
        }

        await routes.ReleaseAsync(contentItemId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentRemoved(latest), cancellation);
        return true;
    }

    /// <summary>Copies an item into a new draft of its own. The copy gets an address of its own when it is published.</summary>
    /// <returns>The copy; null when there is no such item.</returns>
    public async Task<ContentItem?> CloneAsync(string contentItemId, CancellationToken cancellation = default)
    {
        if (await FindAsync(contentItemId, VersionChoice.Latest, cancellation) is not { } original)
        {
            return null;
        }

        var copy = New(original.ContentType);
        copy.Content = original.Content.DeepClone().AsObject();
        copy.DisplayText = Shorten($"Copy of {original.DisplayText}", TitlePart.MaximumLength);
        if (copy.Content.ContainsKey(nameof(TitlePart)))
        {
            copy.Alter<TitlePart>(title => title.Title = copy.DisplayText);
        }

        if (copy.Content.ContainsKey(nameof(AutoroutePart)))
        {
            copy.Alter<AutoroutePart>(route => route.Path = "");
        }

        // An alias finds one item.
        if (copy.Content.ContainsKey(nameof(AliasPart)))
        {
            copy.Alter<AliasPart>(part => part.Alias = "");
        }

        return await SaveDraftAsync(copy, cancellation);
    }

    /// <summary>Makes an earlier version the draft again; also brings a removed item back.</summary>
    /// <returns>The new draft; null when there is no such version.</returns>
    public async Task<ContentItem?> RestoreAsync(string contentItemVersionId, CancellationToken cancellation = default)
    {
        var earlier = await Rows.AsNoTracking().SingleOrDefaultAsync(row => row.ContentItemVersionId == contentItemVersionId, cancellation);
        if (earlier is null)
        {
            return null;
        }

        var item = earlier.ToItem();
        var latest = (await ActiveAsync(item.ContentItemId, cancellation)).Find(row => row.Latest);
        item.ContentItemVersionId = latest?.ContentItemVersionId ?? "";
        item.Revision = latest?.Revision ?? 0;
        var written = await WriteAsync(item, publish: false, cancellation);
        var restored = written.Row.ToItem();
        await events.PublishAsync(new ContentRestored(restored, contentItemVersionId) { Changes = written.Changes }, cancellation);
        return restored;
    }

    private Task<List<ContentItemRow>> ActiveAsync(string contentItemId, CancellationToken cancellation) =>
        Rows.Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published)).ToListAsync(cancellation);

    private async Task<WrittenItem> WriteAsync(ContentItem item, bool publish, CancellationToken cancellation) =>
        (await WriteAllAsync([item], publish, written => person.Principal.Identity?.Name ?? written.Author, cancellation))[0];

    private async Task<IReadOnlyList<WrittenItem>> WriteAllAsync(
        IReadOnlyList<ContentItem> items, bool publish, Func<ContentItem, string?> authorOf, CancellationToken cancellation, bool keepTimes = false)
    {
        List<string> ids = [.. items.Select(item => item.ContentItemId)];
        await WaitForOthersAsync(ids, cancellation);
        var active = (await Rows.Where(row => ids.Contains(row.ContentItemId) && (row.Latest || row.Published)).ToListAsync(cancellation))
            .ToLookup(row => row.ContentItemId);
        foreach (var item in items)
        {
            var latest = active[item.ContentItemId].FirstOrDefault(row => row.Latest);
            if (latest is null ? item.ContentItemVersionId.Length > 0
                : latest.ContentItemVersionId != item.ContentItemVersionId || latest.Revision != item.Revision)
            {
                throw new ContentConflictException(item.DisplayText, latest?.Author);
            }

            await validator.RequireValidAsync(item, publish, cancellation);
        }

        if (publish)
        {
            await gates.RequireOpenAsync(items, cancellation);
        }

        await routes.ClaimAsync(items, publish, cancellation);
        var names = await definitions.GetAsync(cancellation);
        List<WrittenItem> all = [];
        foreach (var item in items)
        {
            // A draft is saved over only by whoever wrote it, so that no one's words are lost to another's.
            var latest = active[item.ContentItemId].FirstOrDefault(row => row.Latest);
            var row = latest is { Published: false } && latest.Author == authorOf(item) ? latest : NewVersion(item, latest);
            var compared = publish ? active[item.ContentItemId].FirstOrDefault(candidate => candidate.Published) ?? latest : latest;
            all.Add(new WrittenItem(row, ContentChanges.Between(compared?.Json, item, names)));
            foreach (var other in active[item.ContentItemId].Where(candidate => candidate != row))
            {
                other.Latest = false;
                other.Published &= !publish;
                Touch(other);
            }
        }

        // The unique indexes allow one Latest and one Published row at every moment, so the old rows step down first.
        await SaveAsync(items, cancellation);
        foreach (var (item, (row, _)) in items.Zip(all))
        {
            if (row.Id == 0)
            {
                db.Add(row);
            }

            row.Take(item);
            row.Latest = true;
            row.ModifiedUtc = (keepTimes ? item.ModifiedUtc : null) ?? Now;
            row.CreatedUtc = (keepTimes ? item.CreatedUtc : null) ?? row.CreatedUtc;
            row.Author = authorOf(item);
            if (publish)
            {
                row.Published = true;
                row.PublishedUtc = (keepTimes ? item.PublishedUtc : null) ?? Now;
            }

            Touch(row);
        }

        await SaveAsync(items, cancellation);
        return all;
    }

    // SQLite lets one transaction write at a time. On PostgreSQL whoever saves the same item waits here, and then sees what was saved.
    // Everybody takes the locks in the same order, so that no two wait for each other.
    private async Task WaitForOthersAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancellation)
    {
        if (!db.IsSqlite && db.Database.CurrentTransaction is not null)
        {
            string[] ordered = [.. contentItemIds.Order(StringComparer.Ordinal)];
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest({ordered}) with ordinality as item (id, position) order by position", cancellation);
        }
    }

    private ContentItemRow NewVersion(ContentItem item, ContentItemRow? latest) => new()
    {
        ContentItemId = item.ContentItemId,
        ContentItemVersionId = item.NewVersionId ?? Identifiers.New(),
        ContentType = item.ContentType,
        CreatedUtc = latest?.CreatedUtc ?? Now,
        Owner = latest?.Owner ?? item.Owner,
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

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static void Touch(ContentItemRow row) => row.Revision++;

    private static string Shorten(string text, int length) => text.Length <= length ? text : text[..length];

    /// <summary>A row as it was written, and what of it is new.</summary>
    private sealed record WrittenItem(ContentItemRow Row, IReadOnlyList<AuditChange> Changes);
}
