using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>Keeps the newest snapshot. Each search asks the database for the index's version; what has changed since is read, and no more.</summary>
internal sealed class SearchSnapshots : IDisposable
{
    private static readonly Func<PortalDb, CancellationToken, Task<long>> VersionAsync = EF.CompileAsyncQuery(
        (PortalDb db, CancellationToken _) => db.Set<SearchStateRow>().Where(state => state.Id == SearchStateRow.TheOnly).Select(state => state.Version).SingleOrDefault());

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile SearchSnapshot current = SearchSnapshot.Empty;

    public async Task<SearchSnapshot> GetAsync(PortalDb db, CancellationToken cancellation)
    {
        var version = await VersionAsync(db, cancellation);
        if (current.Version == version)
        {
            return current;
        }

        if (db.Database.CurrentTransaction is not null)
        {
            // What a transaction reads may be rolled back, so only what is committed is kept for others.
            return await ReadAsync(db, current, version, cancellation);
        }

        await reading.WaitAsync(cancellation);
        try
        {
            return current.Version >= version ? current : current = await ReadAsync(db, current, version, cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private static async Task<SearchSnapshot> ReadAsync(PortalDb db, SearchSnapshot earlier, long version, CancellationToken cancellation)
    {
        var since = earlier.Version;
        var codes = earlier.Codes;
        var facets = (await db.Set<SearchDocumentRow>().Where(row => row.Version > since)
                .SelectMany(row => row.Facets, (row, facet) => new { row.Id, facet.Facet, facet.Value }).ToListAsync(cancellation))
            .ToLookup(facet => facet.Id);
        var changed = await db.Set<SearchDocumentRow>().Where(row => row.Version > since)
            .Select(row => new { row.Id, row.Collection, row.ContentItemId, row.ContentType, row.Title, row.Url, row.Summary, row.Version, row.PublishedUtc, row.Minutes, row.WordCount })
            .ToListAsync(cancellation);
        var documents = new Dictionary<long, SnapshotDocument>(earlier.ById);
        foreach (var row in changed)
        {
            documents[row.Id] = new SnapshotDocument
            {
                Id = row.Id,
                Collection = string.Intern(row.Collection),
                ContentItemId = row.ContentItemId,
                ContentType = string.Intern(row.ContentType),
                Title = row.Title,
                Url = row.Url,
                Summary = row.Summary,
                Version = row.Version,
                PublishedUtc = row.PublishedUtc,
                Minutes = row.Minutes,
                WordCount = row.WordCount,
                TitleStems = earlier.Stems.OfTitle(row.Title),
                Values = [.. facets[row.Id].Where(facet => facet.Facet != SearchIndex.RoleFacet).Select(facet => codes.Add(facet.Facet, facet.Value))],
                Roles = [.. facets[row.Id].Where(facet => facet.Facet == SearchIndex.RoleFacet).Select(facet => facet.Value)],
            };
        }

        await ForgetRemovedAsync(db, documents, cancellation);
        var words = await db.Set<SearchWordRow>().Where(row => row.Version > since)
            .Select(row => new KnownWord(row.Word, row.Role, row.Documents)).ToListAsync(cancellation);
        return new SearchSnapshot(version, documents, codes, earlier.Stems, earlier.Vocabulary.With(words));
    }

    // Removing leaves no row behind that could tell of it, but there are fewer rows than are known.
    private static async Task ForgetRemovedAsync(PortalDb db, Dictionary<long, SnapshotDocument> documents, CancellationToken cancellation)
    {
        if (await db.Set<SearchDocumentRow>().CountAsync(cancellation) == documents.Count)
        {
            return;
        }

        var there = (await db.Set<SearchDocumentRow>().Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        foreach (var id in documents.Keys.Where(id => !there.Contains(id)).ToList())
        {
            documents.Remove(id);
        }
    }
}
