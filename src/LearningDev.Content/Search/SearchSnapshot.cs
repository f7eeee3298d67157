using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>The facets of every document in memory, so that counting them asks nothing of the database. Read again when the index has changed.</summary>
internal sealed class SearchSnapshots
{
    private volatile SearchSnapshot? current;

    public async Task<SearchSnapshot> GetAsync(PortalDb db, CancellationToken cancellation)
    {
        var version = await db.Set<SearchStateRow>().Where(state => state.Id == SearchStateRow.TheOnly).Select(state => state.Version).SingleOrDefaultAsync(cancellation);
        if (current is { } snapshot && snapshot.Version == version)
        {
            return snapshot;
        }

        var read = await SearchSnapshot.ReadAsync(db, version, cancellation);
        if (db.Database.CurrentTransaction is null)
        {
            // What a transaction reads may be rolled back, so only what is committed is kept for others.
            current = read;
        }

        return read;
    }
}

internal sealed class SearchSnapshot
{
    public required long Version { get; init; }

    public required IReadOnlyDictionary<long, SnapshotDocument> Documents { get; init; }

    public required IReadOnlyDictionary<string, int> Words { get; init; }

    public SnapshotDocument? Find(string contentItemId) => byItem.Value.GetValueOrDefault(contentItemId);

    private readonly Lazy<Dictionary<string, SnapshotDocument>> byItem;

    private SearchSnapshot() => byItem = new(() => Documents!.Values.ToDictionary(document => document.ContentItemId));

    public static async Task<SearchSnapshot> ReadAsync(PortalDb db, long version, CancellationToken cancellation)
    {
        var facets = (await db.Set<SearchFacetRow>().AsNoTracking().ToListAsync(cancellation)).ToLookup(row => row.DocumentId);
        var documents = await db.Set<SearchDocumentRow>().AsNoTracking()
            .Select(row => new { row.Id, row.Collection, row.ContentItemId, row.Title, row.PublishedUtc })
            .ToListAsync(cancellation);
        return new SearchSnapshot
        {
            Version = version,
            Documents = documents.ToDictionary(row => row.Id, row => new SnapshotDocument(
                row.Id, row.Collection, row.ContentItemId, row.Title, row.PublishedUtc,
                facets[row.Id].Where(facet => facet.Facet != SearchIndex.RoleFacet).Select(facet => (facet.Facet, facet.Value)).ToArray(),
                facets[row.Id].Where(facet => facet.Facet == SearchIndex.RoleFacet).Select(facet => facet.Value).ToArray())),
            Words = await db.Set<SearchWordRow>().AsNoTracking().ToDictionaryAsync(row => row.Word, row => row.Documents, cancellation),
        };
    }
}

internal sealed record SnapshotDocument(
    long Id, string Collection, string ContentItemId, string Title, DateTime PublishedUtc, (string Facet, string Value)[] Facets, string[] Roles)
{
    public bool IsVisibleTo(SearchReader reader) => Roles.Length == 0 || reader.SeesEverything || Roles.Any(reader.Roles.Contains);

    public bool HasAny(string facet, IReadOnlySet<string> values) => Facets.Any(own => own.Facet == facet && values.Contains(own.Value));
}
