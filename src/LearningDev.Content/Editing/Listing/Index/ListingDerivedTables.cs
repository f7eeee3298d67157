using LearningDev.Content.Items.Readers;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Editing.Listing.Index;

/// <summary>What the editors' list looks in follows from content, and is in no backup.</summary>
internal sealed class ListingDerivedTables(ListingIndex index) : IDerivedTables
{
    public bool Has(string table) => table is ListingTables.Rows or ListingTables.Topics or ReaderTables.Readers;

    public async Task EmptyAsync(PortalDb db, CancellationToken cancellation)
    {
        await db.Set<ReaderRow>().ExecuteDeleteAsync(cancellation);
        await db.Set<ListingTopic>().ExecuteDeleteAsync(cancellation);
        await db.Set<ListingRow>().ExecuteDeleteAsync(cancellation);
    }

    public async Task FillAsync(CancellationToken cancellation) => await index.RebuildAsync(cancellation);
}
