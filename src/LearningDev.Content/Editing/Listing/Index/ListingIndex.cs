using LearningDev.Content.Definitions;
using LearningDev.Content.Editing.Bin;
using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.PrivateItems;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing.Index;

/// <summary>Keeps the rows that the editors' list looks in, in the transaction of whatever happens to an item.</summary>
internal sealed class ListingIndex(PortalDb db, ContentDefinitions definitions, PrivateTypes privates, ItemVisibility visibility) : IEventHandler<ContentEvent>
{
    private const int Batch = 200;

    private const string PostgresLock = "select pg_advisory_xact_lock(hashtextextended('content_listing', 0))";

    public Task HandleAsync(ContentEvent portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public Task HandleAllAsync(IReadOnlyList<ContentEvent> portalEvents, CancellationToken cancellation) =>
        WriteAsync([.. portalEvents.Select(happened => happened.Item.ContentItemId).Distinct()], cancellation);

    /// <summary>Fills the rows where there are none, as after an upgrade.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancellation)
    {
        if (!await db.Set<ListingRow>().AnyAsync(cancellation) || (!await db.Set<ReaderRow>().AnyAsync(cancellation) && await HasRestrictedTypesAsync(cancellation)))
        {
            await RebuildAsync(cancellation);
        }
    }

    /// <summary>Looks at every item and mends what is not so any more, for example because a type has another part now.</summary>
    /// <returns>How many rows differed.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellation)
    {
        // One transaction: whoever is stopped in the middle leaves nothing that looks complete.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!db.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync(PostgresLock, cancellation);
        }

        var written = db.RowsWritten;
        for (var last = 0L; ;)
        {
            var rows = await db.Set<ContentItemRow>().Where(row => row.Latest && row.Id > last).OrderBy(row => row.Id).Take(Batch)
                .Select(row => new { row.Id, row.ContentItemId }).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                break;
            }

            last = rows[^1].Id;
            await WriteAsync([.. rows.Select(row => row.ContentItemId)], cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        await WriteReadersOfBinAsync(cancellation);
        var gone = await db.Set<ListingRow>().Where(row => !db.Set<ContentItemRow>().Any(item => item.Latest && item.ContentItemId == row.ContentItemId))
            .ExecuteDeleteAsync(cancellation);
        await db.Set<ListingTopic>().Where(topic => !db.Set<ListingRow>().Any(row => row.ContentItemId == topic.ContentItemId)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return db.RowsWritten - written + gone;
    }

    private async Task WriteAsync(List<string> ids, CancellationToken cancellation)
    {
        var set = await definitions.GetAsync(cancellation);
        var versions = (await db.Set<ContentItemRow>().AsNoTracking()
            .Where(row => EF.Parameter(ids).Contains(row.ContentItemId) && (row.Latest || row.Published)).ToListAsync(cancellation)).ToLookup(row => row.ContentItemId);
        var known = await db.Set<ListingRow>().Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToDictionaryAsync(row => row.ContentItemId, cancellation);
        var topics = (await db.Set<ListingTopic>().Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToListAsync(cancellation))
            .ToLookup(row => row.ContentItemId);
        var readers = (await db.Set<ReaderRow>().Where(row => EF.Parameter(ids).Contains(row.ContentItemId)).ToListAsync(cancellation)).ToLookup(row => row.ContentItemId);
        foreach (var id in ids)
        {
            WriteReaders(id, [.. readers[id]], [.. versions[id]]);
            var row = known.GetValueOrDefault(id);
            if (versions[id].FirstOrDefault(version => version.Latest) is not { } latest || privates.Contains(latest.ContentType))
            {
                db.RemoveRange(topics[id]);
                if (row is not null)
                {
                    db.Remove(row);
                }

                continue;
            }

            if (row is not null && row.ContentType != latest.ContentType)
            {
                db.Remove(row);
                await db.SaveChangesAsync(cancellation);
                row = null;
            }

            if (row is null)
            {
                db.Add(row = new ListingRow { ContentItemId = id, ContentType = latest.ContentType });
            }

            var facts = ListingFacts.Of(latest.ToItem(), set);
            Fill(row, latest, facts, versions[id].Any(version => version.Published));
            db.RemoveRange(topics[id].Where(topic => !facts.Terms.Contains(topic.TermId)));
            db.AddRange(facts.Terms.Except(topics[id].Select(topic => topic.TermId)).Select(term => new ListingTopic { TermId = term, ContentItemId = id }));
        }
    }

    // What has no latest version is in the bin, where it has the readers that it had.
    private void WriteReaders(string id, List<ReaderRow> known, IReadOnlyList<ContentItemRow> versions)
    {
        var latest = versions.FirstOrDefault(version => version.Latest) is { } newest ? visibility.ReadersOf(newest.ToItem()).ToHashSet()
            : known.Where(row => row.IsLatest).Select(row => row.Reader).ToHashSet();
        var published = versions.FirstOrDefault(version => version.Published) is { } shown ? visibility.ReadersOf(shown.ToItem()).ToHashSet() : [];
        foreach (var reader in latest.Union(published).Except(known.Select(row => row.Reader)).ToList())
        {
            known.Add(db.Add(new ReaderRow { ContentItemId = id, Reader = reader }).Entity);
        }

        foreach (var row in known)
        {
            (row.IsLatest, row.IsPublished) = (latest.Contains(row.Reader), published.Contains(row.Reader));
            if (!row.IsLatest && !row.IsPublished)
            {
                db.Remove(row);
            }
        }
    }

    private async Task WriteReadersOfBinAsync(CancellationToken cancellation)
    {
        await db.Set<ReaderRow>()
            .Where(row => !db.Set<ContentItemRow>().Any(item => item.Latest && item.ContentItemId == row.ContentItemId) && !db.Set<BinnedItem>().Any(item => item.ContentItemId == row.ContentItemId))
            .ExecuteDeleteAsync(cancellation);
        var binned = await db.Set<BinnedItem>().Join(db.Set<ContentItemRow>(), item => item.VersionId, row => row.ContentItemVersionId, (item, row) => row).AsNoTracking().ToListAsync(cancellation);
        var known = (await db.Set<ReaderRow>().ToListAsync(cancellation)).ToLookup(row => row.ContentItemId);
        foreach (var last in binned.Select(row => row.ToItem()))
        {
            foreach (var reader in visibility.ReadersOf(last).Except(known[last.ContentItemId].Select(row => row.Reader)).Distinct())
            {
                db.Add(new ReaderRow { ContentItemId = last.ContentItemId, Reader = reader, IsLatest = true });
            }
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> HasRestrictedTypesAsync(CancellationToken cancellation)
    {
        List<string> types = [.. (await definitions.GetAsync(cancellation)).TypesWith(nameof(VisibilityPart)), .. visibility.Types];
        return await db.Set<ContentItemRow>().AnyAsync(row => row.Latest && EF.Parameter(types).Contains(row.ContentType), cancellation);
    }

    private static void Fill(ListingRow row, ContentItemRow latest, ListingFacts facts, bool hasPublished)
    {
        row.State = ItemStates.Of(isLatest: true, latest.Published, hasPublished, latest.ArchivedUtc is not null);
        row.Title = latest.DisplayText;
        row.Words = latest.DisplayText.ToLowerInvariant();
        row.SavedUtc = latest.ModifiedUtc ?? latest.CreatedUtc ?? default;
        row.Author = latest.Author;
        row.OwnerId = facts.OwnerId is { Length: > 0 and <= Identifiers.MaximumLength } owner ? owner : null;
        row.ReviewBy = facts.ReviewBy ?? ListingRow.NoReview;
    }
}
