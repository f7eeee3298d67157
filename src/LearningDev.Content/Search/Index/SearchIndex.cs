using LearningDev.Content.Items;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search.Index;

/// <summary>Writes the search index, in the transaction that publishes or withdraws an item, so that search is never behind (CAT-04).</summary>
internal sealed class SearchIndex(PortalDb db, IEnumerable<ISearchDocumentSource> sources)
    : IEventHandler<ContentPublished>, IEventHandler<ContentUnpublished>, IEventHandler<ContentRemoved>
{
    /// <summary>The facet that holds the roles that may see a restricted document.</summary>
    public const string RoleFacet = "role";

    private const int ShortestCounted = 3;

    private (Guid Transaction, int Undone, long Version)? touched;

    public Task HandleAsync(ContentPublished portalEvent, CancellationToken cancellation) => HandleAllAsync([portalEvent], cancellation);

    public async Task HandleAllAsync(IReadOnlyList<ContentPublished> portalEvents, CancellationToken cancellation)
    {
        List<SearchDocument> documents = [];
        foreach (var portalEvent in portalEvents)
        {
            if (await BuildAsync(portalEvent.Item, cancellation) is { } document)
            {
                documents.Add(document);
            }
        }

        await WriteAllAsync(documents, wordsAreCounted: true, cancellation);
    }

    public Task HandleAsync(ContentUnpublished portalEvent, CancellationToken cancellation) =>
        RemoveAsync(portalEvent.Item.ContentItemId, cancellation);

    public Task HandleAsync(ContentRemoved portalEvent, CancellationToken cancellation) =>
        RemoveAsync(portalEvent.Item.ContentItemId, cancellation);

    /// <summary>What the index should know of an item; null when the item is not searched.</summary>
    public async Task<SearchDocument?> BuildAsync(ContentItem item, CancellationToken cancellation)
    {
        foreach (var source in sources)
        {
            if (await source.BuildAsync(item, cancellation) is { } document)
            {
                return document;
            }
        }

        return null;
    }

    /// <summary>Writes documents in the caller's transaction; one of the same item is replaced.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="wordsAreCounted">False while all words are counted anew: those of a document that is replaced are not counted yet.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public async Task WriteAllAsync(IReadOnlyCollection<SearchDocument> documents, bool wordsAreCounted, CancellationToken cancellation)
    {
        if (documents.Count == 0)
        {
            return;
        }

        var version = await TouchAsync(cancellation);
        List<string> ids = [.. documents.Select(document => document.ContentItemId)];
        var known = await db.Set<SearchDocumentRow>().Include(row => row.Facets).Where(row => ids.Contains(row.ContentItemId))
            .ToDictionaryAsync(row => row.ContentItemId, cancellation);
        List<SearchDocumentRow> rows = [];
        Dictionary<(string Word, string Role), int> words = [];
        foreach (var document in documents)
        {
            if (!known.TryGetValue(document.ContentItemId, out var row))
            {
                row = new SearchDocumentRow { Collection = document.Collection, ContentItemId = document.ContentItemId };
                db.Add(row);
            }

            if (wordsAreCounted)
            {
                Add(words, CountedWords(row), -1);
            }

            row.Take(document);
            SetFacets(row, document);
            row.Version = version;
            row.WordCount = Texts(row).Sum(text => SearchWords.In(text).Count);
            Add(words, CountedWords(row), +1);
            rows.Add(row);
        }

        await db.SaveChangesAsync(cancellation);
        await FullText.Of(db).WriteAllAsync(db, rows, cancellation);
        await CountWordsAsync(words, version, cancellation);
    }

    /// <summary>Takes the document of an item out, in the caller's transaction.</summary>
    public async Task RemoveAsync(string contentItemId, CancellationToken cancellation)
    {
        if (await FindAsync(contentItemId, cancellation) is not { } row)
        {
            return;
        }

        var version = await TouchAsync(cancellation);
        await FullText.Of(db).RemoveAsync(db, row.Id, cancellation);
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        await CountWordsAsync(CountedWords(row).ToDictionary(word => word, _ => -1), version, cancellation);
    }

    /// <summary>The words of a document that spelling is mended by, each with the role that may see it; empty for everybody.</summary>
    public static HashSet<(string Word, string Role)> CountedWords(SearchDocumentRow row)
    {
        List<string> roles = [.. row.Facets.Where(facet => facet.Facet == RoleFacet).Select(facet => facet.Value)];
        if (roles.Count == 0)
        {
            roles.Add("");
        }

        return [.. from text in Texts(row)
                   from word in SearchWords.In(text)
                   where word.Text.Length >= ShortestCounted && char.IsLetter(word.Text[0])
                   from role in roles
                   select (word.Text, role)];
    }

    /// <summary>True when the index knows of an item what it should.</summary>
    public static bool IsCurrent(SearchDocumentRow row, SearchDocument document) =>
        (row.Collection, row.ContentType, row.Title, row.Url, row.Keywords, row.Summary, row.Body, row.PublishedUtc, row.Minutes)
        == (document.Collection, document.ContentType, document.Title, document.Url, document.Keywords, document.Summary, document.Body, document.PublishedUtc, document.Minutes)
        && row.Facets.Select(facet => (facet.Facet, facet.Value)).ToHashSet().SetEquals(WantedFacets(document));

    private static string[] Texts(SearchDocumentRow row) => [row.Title, row.Keywords, row.Summary, row.Body];

    private Task<SearchDocumentRow?> FindAsync(string contentItemId, CancellationToken cancellation) =>
        db.Set<SearchDocumentRow>().Include(row => row.Facets).SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellation);

    private static void SetFacets(SearchDocumentRow row, SearchDocument document)
    {
        var wanted = WantedFacets(document);
        row.Facets.RemoveAll(facet => !wanted.Contains((facet.Facet, facet.Value)));
        foreach (var (facet, value) in wanted.Except(row.Facets.Select(facet => (facet.Facet, facet.Value))).ToList())
        {
            row.Facets.Add(new SearchFacetRow { Facet = facet, Value = value });
        }
    }

    private static HashSet<(string Facet, string Value)> WantedFacets(SearchDocument document) =>
        [.. document.Facets.SelectMany(facet => facet.Value.Select(value => (facet.Key, value))), .. document.Roles.Select(role => (RoleFacet, role))];

    private static void Add(Dictionary<(string Word, string Role), int> counts, HashSet<(string Word, string Role)> words, int change)
    {
        foreach (var word in words)
        {
            counts[word] = counts.GetValueOrDefault(word) + change;
        }
    }

    private async Task CountWordsAsync(Dictionary<(string Word, string Role), int> words, long version, CancellationToken cancellation)
    {
        List<WordCount> changes = [.. words.Where(word => word.Value != 0).Select(word => new WordCount(word.Key.Word, word.Key.Role, word.Value))];
        if (changes.Count > 0)
        {
            await FullText.Of(db).CountWordsAsync(db, changes, version, cancellation);
        }
    }

    /// <summary>
    /// Raises the index's version, once in a transaction. It comes before everything else, because it lets only one transaction at a time
    /// write the index: counts are never lost and no two transactions share a version.
    /// </summary>
    private async Task<long> TouchAsync(CancellationToken cancellation)
    {
        if (touched is { } earlier && earlier.Transaction == db.Database.CurrentTransaction?.TransactionId && earlier.Undone == db.Undone)
        {
            return earlier.Version;
        }

        var states = db.Set<SearchStateRow>().Where(state => state.Id == SearchStateRow.TheOnly);
        await states.ExecuteUpdateAsync(change => change.SetProperty(state => state.Version, state => state.Version + 1), cancellation);
        var version = await states.Select(state => state.Version).SingleAsync(cancellation);
        touched = db.Database.CurrentTransaction is { } transaction ? (transaction.TransactionId, db.Undone, version) : null;
        return version;
    }
}
