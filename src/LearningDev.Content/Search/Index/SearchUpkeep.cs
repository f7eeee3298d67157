using LearningDev.Content.Items;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>How far the upkeep of the index has come.</summary>
/// <param name="Done">How many published items have been looked at.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Written">How many documents were written, because they were not what they should be or all were wanted anew.</param>
/// <param name="Removed">How many documents were removed, because their items are not published any more or are not searched.</param>
public readonly record struct UpkeepProgress(int Done, int Of, int Written, int Removed);

/// <summary>
/// Compares the search index with what is published, and writes what differs (CAT-04). Items are taken in batches, each in a transaction of
/// its own, and documents are replaced where they stand, so that searches go on finding everything meanwhile.
/// </summary>
public sealed class SearchUpkeep
{
    private const int Batch = 200;

    private readonly PortalDb db;
    private readonly SearchIndex index;
    private readonly IEnumerable<IContentIndex> tables;
    private readonly IEvents events;

    internal SearchUpkeep(PortalDb db, SearchIndex index, IEnumerable<IContentIndex> tables, IEvents events)
    {
        this.db = db;
        this.index = index;
        this.tables = tables;
        this.events = events;
    }

    /// <summary>Writes the index anew when it was written by other rules than today's, as after an upgrade.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancellation = default)
    {
        if (await IsOfOldKindAsync(cancellation))
        {
            await RunAsync(everything: true, progress: null, cancellation);
        }
    }

    /// <summary>True when the index was written by other rules than today's and must be written anew.</summary>
    public async Task<bool> IsOfOldKindAsync(CancellationToken cancellation = default) =>
        await db.Set<SearchStateRow>().Where(state => state.Id == SearchStateRow.TheOnly).Select(state => state.Stems).SingleAsync(cancellation) != Stems.Version;

    /// <summary>Looks at every published item and mends what has drifted.</summary>
    /// <param name="everything">True to write every document anew, also those that are as they should be, and with them the modules' own index tables.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellation">Stops between two batches; what is done so far stays.</param>
    public async Task<UpkeepProgress> RunAsync(bool everything, IProgress<UpkeepProgress>? progress = null, CancellationToken cancellation = default)
    {
        var missing = (await FullText.Of(db).MissingAsync(db, cancellation)).ToHashSet();
        var so = new UpkeepProgress(0, await Published().CountAsync(cancellation), 0, 0);
        if (everything)
        {
            await db.Set<SearchWordRow>().Where(row => row.Documents != 0).ExecuteUpdateAsync(change => change.SetProperty(row => row.Documents, 0), cancellation);
        }

        for (var last = 0L; ;)
        {
            var rows = await Published().Where(row => row.Id > last).OrderBy(row => row.Id).Take(Batch).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                break;
            }

            last = rows[^1].Id;
            var (written, removed) = await MendAsync([.. rows.Select(row => row.ToItem())], everything, missing, cancellation);
            so = so with { Done = so.Done + rows.Count, Written = so.Written + written, Removed = so.Removed + removed };
            progress?.Report(so);
        }

        so = so with { Removed = so.Removed + await RemoveUnpublishedAsync(cancellation) };
        await FinishAsync(so, everything, cancellation);
        progress?.Report(so);
        return so;
    }

    /// <summary>Writes the documents and index tables of published items anew, in the caller's transaction, because what is known of their types has changed.</summary>
    /// <param name="items">The published versions.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task WriteAnewAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        List<SearchDocument> documents = [];
        foreach (var item in items)
        {
            if (await index.BuildAsync(item, cancellation) is { } document)
            {
                documents.Add(document);
            }
            else
            {
                await index.RemoveAsync(item.ContentItemId, cancellation);
            }
        }

        await index.WriteAllAsync(documents, wordsAreCounted: true, cancellation);
        foreach (var table in tables)
        {
            await table.HandleAllAsync([.. items.Select(item => new ContentPublished(item))], cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private IQueryable<ContentItemRow> Published() => db.Set<ContentItemRow>().AsNoTracking().Where(row => row.Published);

    private async Task<(int Written, int Removed)> MendAsync(List<ContentItem> items, bool everything, HashSet<long> missing, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        List<string> ids = [.. items.Select(item => item.ContentItemId)];
        var known = await db.Set<SearchDocumentRow>().AsNoTracking().Include(row => row.Facets).Where(row => ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, cancellation);
        List<SearchDocument> wrong = [];
        var removed = 0;
        foreach (var item in items)
        {
            var row = known.GetValueOrDefault(item.ContentItemId);
            var document = await index.BuildAsync(item, cancellation);
            if (document is null)
            {
                removed += row is null ? 0 : 1;
                await index.RemoveAsync(item.ContentItemId, cancellation);
            }
            else if (everything || row is null || missing.Contains(row.Id) || !SearchIndex.IsCurrent(row, document))
            {
                wrong.Add(document);
            }
        }

        await index.WriteAllAsync(wrong, wordsAreCounted: !everything, cancellation);
        foreach (var table in everything ? tables : [])
        {
            await table.HandleAllAsync(items.ConvertAll(item => new ContentPublished(item)), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return (wrong.Count, removed);
    }

    private async Task<int> RemoveUnpublishedAsync(CancellationToken cancellation)
    {
        var orphans = await db.Set<SearchDocumentRow>().Where(row => !Published().Any(item => item.ContentItemId == row.ContentItemId))
            .Select(row => row.ContentItemId).ToListAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var orphan in orphans)
        {
            await index.RemoveAsync(orphan, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return orphans.Count;
    }

    private async Task FinishAsync(UpkeepProgress done, bool everything, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (everything)
        {
            await db.Set<SearchStateRow>().Where(state => state.Id == SearchStateRow.TheOnly)
                .ExecuteUpdateAsync(change => change.SetProperty(state => state.Stems, Stems.Version), cancellation);
        }

        if (done.Written + done.Removed > 0)
        {
            await events.PublishAsync(new SearchIndexMended(done.Written, done.Removed), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }
}

/// <summary>The search index was not what it should be, and was mended.</summary>
/// <param name="Written">How many documents were written.</param>
/// <param name="Removed">How many documents were removed.</param>
public sealed record SearchIndexMended(int Written, int Removed) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Search index", "", "Search index");

    /// <inheritdoc />
    public string Summary => $"Mended the search index: {Written} written, {Removed} removed";
}
