using LearningDev.Content.Editing.Bin;
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
public sealed class ContentItems
{
    private const int EventsAtOnce = 100;

    private readonly PortalDb db;
    private readonly ContentWriter writer;
    private readonly ContentRoutes routes;
    private readonly IEvents events;
    private readonly CurrentPerson person;
    private readonly TimeProvider time;

    internal ContentItems(PortalDb db, ContentWriter writer, ContentRoutes routes, IEvents events, CurrentPerson person, TimeProvider time)
    {
        this.db = db;
        this.writer = writer;
        this.routes = routes;
        this.events = events;
        this.person = person;
        this.time = time;
    }

    private DbSet<ContentItemRow> Rows => db.Set<ContentItemRow>();

    private DateTime Now => time.GetUtcNow().UtcDateTime;

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

    /// <summary>All items of a type, of which there are a handful, by name.</summary>
    public async Task<IReadOnlyList<ContentItem>> AllAsync(string contentType, VersionChoice version, CancellationToken cancellation = default) =>
    [
        .. (await Rows.AsNoTracking().Where(row => row.ContentType == contentType && (version == VersionChoice.Published ? row.Published : row.Latest)).ToListAsync(cancellation))
            .Select(row => row.ToItem()).OrderBy(item => item.DisplayText, StringComparer.CurrentCultureIgnoreCase).ThenBy(item => item.ContentItemId, StringComparer.Ordinal),
    ];

    /// <summary>The names of the published items of a type, by id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string contentType, CancellationToken cancellation = default) =>
        await Rows.Where(row => row.ContentType == contentType && row.Published).ToDictionaryAsync(row => row.ContentItemId, row => row.DisplayText, cancellation);

    /// <summary>The versions of an item that count, the newest first: the latest and the published one; of an item in the bin, the last that was saved.</summary>
    /// <returns>One or two versions; none when nothing was ever saved under the id.</returns>
    public async Task<IReadOnlyList<ContentItem>> CurrentAsync(string contentItemId, CancellationToken cancellation = default)
    {
        var versions = Rows.AsNoTracking().Where(row => row.ContentItemId == contentItemId).OrderByDescending(row => row.Number);
        var current = await versions.Where(row => row.Latest || row.Published).ToListAsync(cancellation);
        return [.. (current.Count > 0 ? current : await versions.Take(1).ToListAsync(cancellation)).Select(row => row.ToItem())];
    }

    /// <summary>Has whoever else changes the item in the meantime wait until the caller's transaction is over.</summary>
    internal Task LockAsync(string contentItemId, CancellationToken cancellation) => writer.LockAsync([contentItemId], cancellation);

    /// <summary>Makes a new item that is not saved yet.</summary>
    public ContentItem New(string contentType) => new()
    {
        ContentItemId = Identifiers.New(),
        ContentType = contentType,
        Owner = person.Id,
    };

    /// <inheritdoc cref="SaveDraftAsync(ContentItem, string, CancellationToken)" />
    public Task<ContentItem> SaveDraftAsync(ContentItem item, CancellationToken cancellation = default) => SaveDraftAsync(item, "", cancellation);

    /// <summary>Saves the item as a draft. What is published stays as it is.</summary>
    /// <param name="item">The item.</param>
    /// <param name="note">Why, in the words of whoever saves; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <exception cref="ContentInvalidException">The item has faults that even a draft may not have.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved the item since it was read.</exception>
    public async Task<ContentItem> SaveDraftAsync(ContentItem item, string note, CancellationToken cancellation = default)
    {
        var written = await writer.WriteAsync(item, new ContentWrite(Publish: false) { Note = ContentNote.Kept(note) }, cancellation);
        var saved = written.Row.ToItem();
        await events.PublishAsync(new ContentDraftSaved(saved) { Changes = written.Changes, Reason = ContentNote.Kept(note) }, cancellation);
        return saved;
    }

    /// <inheritdoc cref="PublishAsync(ContentItem, string, CancellationToken)" />
    public Task<ContentItem> PublishAsync(ContentItem item, CancellationToken cancellation = default) => PublishAsync(item, "", cancellation);

    /// <summary>Saves the item and shows it to everybody.</summary>
    /// <param name="item">The item.</param>
    /// <param name="note">Why, in the words of whoever publishes; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <exception cref="ContentInvalidException">The item has faults, or a gate refuses it.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved the item since it was read.</exception>
    public async Task<ContentItem> PublishAsync(ContentItem item, string note, CancellationToken cancellation = default)
    {
        var written = await writer.WriteAsync(item, new ContentWrite(Publish: true) { Note = ContentNote.Kept(note) }, cancellation);
        var published = written.Row.ToItem();
        await events.PublishAsync(new ContentPublished(published) { Changes = written.Changes, Reason = ContentNote.Kept(note) }, cancellation);
        return published;
    }

    /// <summary>Shows a version to everybody as it was saved; a newer draft stays a draft.</summary>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="versionId">The version's id.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>What is published now; null when there is no such version, or the item is in the bin or archived.</returns>
    /// <exception cref="ContentInvalidException">The version has faults, or a gate refuses it.</exception>
    internal async Task<ContentItem?> PublishVersionAsync(string contentItemId, string versionId, string note, CancellationToken cancellation)
    {
        if (await writer.PublishVersionAsync(contentItemId, versionId, ContentNote.Kept(note), cancellation) is not { } written)
        {
            return null;
        }

        var published = written.Row.ToItem();
        await events.PublishAsync(new ContentPublished(published) { Changes = written.Changes, Reason = ContentNote.Kept(note) }, cancellation);
        return published;
    }

    /// <summary>
    /// Publishes the latest version as it is, whatever it lacks, so that its page can be shown. Only in a transaction that is rolled back.
    /// </summary>
    /// <returns>The version; null when there is no such item.</returns>
    internal async Task<ContentItem?> PretendPublishedAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await writer.PretendPublishedAsync(contentItemId, cancellation) is not { } row)
        {
            return null;
        }

        var item = row.ToItem();
        await events.PublishAsync(new ContentPublished(item), cancellation);
        return item;
    }

    /// <summary>
    /// Saves many items and shows them to everybody, with as few queries as for one. An item's author is its <see cref="ContentItem.Author"/>.
    /// Afterwards the database context follows nothing any more.
    /// </summary>
    /// <exception cref="ContentInvalidException">An item has faults.</exception>
    /// <exception cref="ContentConflictException">Somebody else has saved an item since it was read.</exception>
    public async Task PublishAllAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation = default)
    {
        var all = await writer.WriteAllAsync(items, new ContentWrite(Publish: true), cancellation);
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
        var all = await writer.WriteAllAsync(items, new ContentWrite(publish) { KeepTimes = true, IsImport = true }, cancellation);
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

    /// <inheritdoc cref="UnpublishAsync(string, string, CancellationToken)" />
    public Task<bool> UnpublishAsync(string contentItemId, CancellationToken cancellation = default) => UnpublishAsync(contentItemId, "", cancellation);

    /// <summary>Takes the item off the portal; its latest version stays as a draft.</summary>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when the item was not published.</returns>
    public async Task<bool> UnpublishAsync(string contentItemId, string note, CancellationToken cancellation = default)
    {
        var active = await ActiveAsync(contentItemId, cancellation);
        if (Withdraw(active) is not { } withdrawn)
        {
            return false;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentUnpublished(withdrawn) { Reason = ContentNote.Kept(note) }, cancellation);
        return true;
    }

    /// <summary>Archives the item: it goes from the portal, cannot be changed, and stays with all its versions until it is taken out.</summary>
    /// <param name="contentItemId">The item's id.</param>
    /// <param name="note">Why; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when there is no such item, or it is archived already.</returns>
    public async Task<bool> ArchiveAsync(string contentItemId, string note, CancellationToken cancellation = default)
    {
        var active = await ActiveAsync(contentItemId, cancellation);
        if (active.Find(row => row.Latest) is not { ArchivedUtc: null } latest)
        {
            return false;
        }

        var withdrawn = Withdraw(active);
        latest.ArchivedUtc = Now;
        latest.ArchivedBy = person.Principal.Identity?.Name;
        ContentWriter.Touch(latest);
        await db.SaveChangesAsync(cancellation);
        if (withdrawn is not null)
        {
            await events.PublishAsync(new ContentUnpublished(withdrawn), cancellation);
        }

        await events.PublishAsync(new ContentArchived(latest.ToItem()) { Reason = ContentNote.Kept(note) }, cancellation);
        return true;
    }

    /// <summary>Takes the item out of the archive; it is a draft then.</summary>
    /// <returns>False when it is not archived.</returns>
    public async Task<bool> TakeOutOfArchiveAsync(string contentItemId, CancellationToken cancellation = default)
    {
        if ((await ActiveAsync(contentItemId, cancellation)).Find(row => row.Latest) is not { ArchivedUtc: not null } latest)
        {
            return false;
        }

        latest.ArchivedUtc = null;
        latest.ArchivedBy = null;
        ContentWriter.Touch(latest);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentTakenOutOfArchive(latest.ToItem()), cancellation);
        return true;
    }

    /// <summary>Puts the item into the bin: it goes from the portal and from all lists, and its addresses are free. Its versions are kept until the bin is emptied.</summary>
    /// <returns>False when there is no such item.</returns>
    public async Task<bool> RemoveAsync(string contentItemId, CancellationToken cancellation = default)
    {
        var active = await ActiveAsync(contentItemId, cancellation);
        if (active.Count == 0)
        {
            return false;
        }

        var newest = active.Find(row => row.Latest) ?? active[0];
        var latest = newest.ToItem();
        db.Add(new BinnedItem
        {
            ContentItemId = contentItemId,
            ContentType = newest.ContentType,
            DisplayText = newest.DisplayText,
            VersionId = newest.ContentItemVersionId,
            WasPublished = active.Exists(row => row.Published),
            RemovedUtc = Now,
            RemovedBy = person.Principal.Identity?.Name,
        });
        foreach (var row in active)
        {
            row.Latest = row.Published = false;
            row.ArchivedUtc = null;
            row.ArchivedBy = null;
            ContentWriter.Touch(row);
        }

        await routes.ReleaseAsync(contentItemId, cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new ContentRemoved(latest), cancellation);
        return true;
    }

    /// <inheritdoc cref="RestoreAsync(string, string, CancellationToken)" />
    public Task<ContentItem?> RestoreAsync(string contentItemVersionId, CancellationToken cancellation = default) => RestoreAsync(contentItemVersionId, "", cancellation);

    /// <summary>Makes an earlier version the draft again, as a new version; also brings back an item that is in the bin.</summary>
    /// <param name="contentItemVersionId">The version's id.</param>
    /// <param name="note">Why; empty for "Restored version" and its number.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The new draft; null when there is no such version.</returns>
    /// <exception cref="ContentInvalidException">The version does not fit any more, or the item is archived.</exception>
    public async Task<ContentItem?> RestoreAsync(string contentItemVersionId, string note, CancellationToken cancellation = default)
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
        item.Owner = latest?.Owner ?? item.Owner;
        note = note.Length > 0 ? ContentNote.Kept(note) : NoteOfRestored(earlier.Number);
        var written = await writer.WriteAsync(item, new ContentWrite(Publish: false) { Note = note, AlwaysNew = true }, cancellation);
        var restored = written.Row.ToItem();
        await events.PublishAsync(new ContentRestored(restored, contentItemVersionId) { Changes = written.Changes, Reason = note }, cancellation);
        return restored;
    }

    /// <summary>What the history says of a version that was made of an earlier one.</summary>
    internal static string NoteOfRestored(int number) => $"Restored version {number}";

    private async Task<List<ContentItemRow>> ActiveAsync(string contentItemId, CancellationToken cancellation)
    {
        await writer.LockAsync([contentItemId], cancellation);
        return await Rows.Where(row => row.ContentItemId == contentItemId && (row.Latest || row.Published)).ToListAsync(cancellation);
    }

    private static ContentItem? Withdraw(List<ContentItemRow> active)
    {
        if (active.Find(row => row.Published) is not { } published)
        {
            return null;
        }

        var withdrawn = published.ToItem();
        published.Published = false;
        published.PublishedUtc = null;
        ContentWriter.Touch(published);
        return withdrawn;
    }
}
