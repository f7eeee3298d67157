using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Uses;

/// <summary>Keeps, in the transaction that saves an item, which files its latest and its published version show: in fields for media, in Markdown, in links.</summary>
internal sealed class MediaUseIndex(PortalDb db, ItemVisibility visibility)
    : IEventHandler<ContentDraftSaved>, IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>, IEventHandler<ContentRestored>
{
    private const int AtOnce = 200;

    public Task HandleAsync(ContentDraftSaved portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentDraftSaved> portalEvents, CancellationToken cancellation) =>
        WriteAsync([.. portalEvents.Select(one => one.Item)], Version.Latest, cancellation);

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation) =>
        WriteAsync([.. portalEvents.Select(one => one.Item)], Version.Both, cancellation);

    public Task HandleAsync(ContentRestored portalEvent, CancellationToken cancellation) => WriteAsync([portalEvent.Item], Version.Latest, cancellation);

    public async Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation)
    {
        var isRestricted = IsRestricted(portalEvent.Item);
        foreach (var use in await OfAsync(portalEvent.Item, cancellation))
        {
            use.IsPublished = false;
            if (!use.IsLatest && !isRestricted)
            {
                db.Remove(use);
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    public async Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation)
    {
        var uses = await OfAsync(portalEvent.Item, cancellation);
        if (IsRestricted(portalEvent.Item))
        {
            uses.ForEach(use => (use.IsLatest, use.IsPublished) = (false, false));
        }
        else
        {
            db.RemoveRange(uses);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Writes the index anew from all latest and published versions.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Set<MediaUse>().ExecuteDeleteAsync(cancellation);
        for (var last = 0L; ;)
        {
            var rows = await db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Id > last && (row.Latest || row.Published)).OrderBy(row => row.Id).Take(AtOnce)
                .Select(row => new { row.Id, row.ContentItemId, row.Json, row.Latest, row.Published }).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                break;
            }

            last = rows[^1].Id;
            foreach (var row in rows)
            {
                foreach (var path in PathsIn(row.Json))
                {
                    // Two versions of one item may come in different batches.
                    var use = await db.Set<MediaUse>().FindAsync([row.ContentItemId, path], cancellation) ?? Add(row.ContentItemId, path);
                    use.IsLatest |= row.Latest;
                    use.IsPublished |= row.Published;
                }
            }

            await db.SaveChangesAsync(cancellation);
        }

        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Fills the index when it is empty though there are files: after an upgrade, and when a restore was cut short.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancellation = default)
    {
        if (await db.Set<MediaFile>().AnyAsync(cancellation) && !await db.Set<MediaUse>().AnyAsync(cancellation))
        {
            await RebuildAsync(cancellation);
        }
    }

    private Task<List<MediaUse>> OfAsync(ContentItem item, CancellationToken cancellation) =>
        db.Set<MediaUse>().Where(use => use.ContentItemId == item.ContentItemId).ToListAsync(cancellation);

    private async Task WriteAsync(IReadOnlyList<ContentItem> items, Version version, CancellationToken cancellation)
    {
        foreach (var some in items.Chunk(AtOnce))
        {
            List<string> ids = [.. some.Select(item => item.ContentItemId).Distinct()];
            var known = await db.Set<MediaUse>().Where(use => ids.Contains(use.ContentItemId)).ToDictionaryAsync(use => (use.ContentItemId, use.Path), cancellation);
            foreach (var item in some)
            {
                Write(item, version, known);
            }

            await db.SaveChangesAsync(cancellation);
        }
    }

    private void Write(ContentItem item, Version version, Dictionary<(string Item, string Path), MediaUse> known)
    {
        var paths = PathsIn(item.Content.ToJsonString());
        var isRestricted = IsRestricted(item);
        foreach (var use in known.Values.Where(use => use.ContentItemId == item.ContentItemId && !paths.Contains(use.Path)).ToList())
        {
            use.IsLatest = false;
            use.IsPublished &= version == Version.Latest;
            if (!use.IsPublished && !isRestricted)
            {
                db.Remove(use);
                known.Remove((use.ContentItemId, use.Path));
            }
        }

        foreach (var path in paths)
        {
            if (!known.TryGetValue((item.ContentItemId, path), out var use))
            {
                known[(item.ContentItemId, path)] = use = Add(item.ContentItemId, path);
            }

            use.IsLatest = true;
            use.IsPublished |= version == Version.Both;
        }
    }

    private bool IsRestricted(ContentItem item) => visibility.ReadersOf(item).Count > 0;

    private MediaUse Add(string contentItemId, string path) => db.Add(new MediaUse { ContentItemId = contentItemId, Path = path }).Entity;

    private static HashSet<string> PathsIn(string json) =>
        [.. ItemReferences.Of(json).Files.Select(MediaPaths.Tidy).Where(path => path.Length is > 0 and <= MediaFile.PathLength)];

    private enum Version
    {
        Latest,
        Both,
    }
}
