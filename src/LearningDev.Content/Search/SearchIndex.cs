using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>Writes the search index, in the transaction that publishes or withdraws an item, so that search is never behind (CAT-04).</summary>
internal sealed class SearchIndex(PortalDb db, IEnumerable<ISearchDocumentSource> sources)
    : IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    /// <summary>The facet that holds the roles that may see a restricted document.</summary>
    public const string RoleFacet = "role";

    public async Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            if (await source.BuildAsync(portalEvent.Item, cancellation) is { } document)
            {
                await WriteAsync(document, cancellation);
                return;
            }
        }
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) =>
        RemoveAsync(portalEvent.Item.ContentItemId, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) =>
        RemoveAsync(portalEvent.Item.ContentItemId, cancellation);

    private async Task WriteAsync(SearchDocument document, CancellationToken cancellation)
    {
        await TouchAsync(cancellation);
        var row = await FindAsync(document.ContentItemId, cancellation);
        if (row is null)
        {
            row = new SearchDocumentRow { Collection = document.Collection, ContentItemId = document.ContentItemId };
            db.Add(row);
        }
        else
        {
            await CountWordsAsync(row, -1, cancellation);
        }

        row.Take(document);
        SetFacets(row, document);
        await CountWordsAsync(row, +1, cancellation);
        await db.SaveChangesAsync(cancellation);
        await FullText.WriteAsync(db, row, cancellation);
    }

    private async Task RemoveAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await FindAsync(contentItemId, cancellation) is not { } row)
        {
            return;
        }

        await TouchAsync(cancellation);
        await CountWordsAsync(row, -1, cancellation);
        await FullText.RemoveAsync(db, row.Id, cancellation);
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
    }

    private Task<SearchDocumentRow?> FindAsync(string contentItemId, CancellationToken cancellation) =>
        db.Set<SearchDocumentRow>().Include(row => row.Facets).SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellation);

    private static void SetFacets(SearchDocumentRow row, SearchDocument document)
    {
        var wanted = document.Facets.SelectMany(facet => facet.Value.Select(value => (Facet: facet.Key, Value: value)))
            .Concat(document.Roles.Select(role => (Facet: RoleFacet, Value: role)))
            .ToHashSet();
        row.Facets.RemoveAll(facet => !wanted.Contains((facet.Facet, facet.Value)));
        foreach (var (facet, value) in wanted.Except(row.Facets.Select(facet => (facet.Facet, facet.Value))).ToList())
        {
            row.Facets.Add(new SearchFacetRow { Facet = facet, Value = value });
        }
    }

    private async Task CountWordsAsync(SearchDocumentRow row, int change, CancellationToken cancellation)
    {
        if (row.Facets.Exists(facet => facet.Facet == RoleFacet))
        {
            return;
        }

        var words = SearchWords.Of($"{row.Title} {row.Keywords} {row.Summary} {row.Body}")
            .Where(word => word.Length >= 3 && !char.IsDigit(word[0])).ToHashSet();
        await FullText.CountWordsAsync(db, words, change, cancellation);
    }

    /// <summary>
    /// Raises the index's version. It comes before everything else, because it lets only one transaction at a time write the index:
    /// counts are never lost and no two changes share a version.
    /// </summary>
    private Task TouchAsync(CancellationToken cancellation) => db.Set<SearchStateRow>()
        .Where(state => state.Id == SearchStateRow.TheOnly)
        .ExecuteUpdateAsync(change => change.SetProperty(state => state.Version, state => state.Version + 1), cancellation);
}
