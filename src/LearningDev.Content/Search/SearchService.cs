using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>Answers searches out of the index (CAT-04).</summary>
public sealed class SearchService
{
    private const int LikeInWords = 20;

    private readonly PortalDb db;
    private readonly SearchSnapshots snapshots;

    internal SearchService(PortalDb db, SearchSnapshots snapshots)
    {
        this.db = db;
        this.snapshots = snapshots;
    }

    /// <summary>Searches. A page past the end has no hits. Every text is a legal query; what is beyond <see cref="SearchQuery.MaximumTextLength"/> is not used.</summary>
    public async Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        var words = WordsOf(query.Text);
        var (matches, someWordsOnly) = await MatchAsync(snapshot, query, words, cancellation);
        var found = matches.Where(document => query.Filters.All(filter => document.HasAny(filter.Key, filter.Value))).ToList();
        var size = Math.Clamp(query.Size, 1, 100);
        var pages = Math.Max(1, (found.Count + size - 1) / size);
        var page = Math.Max(1, query.Page);
        return new SearchResults(
            found.Count, page, pages,
            await HitsAsync(page > pages ? [] : found.Skip((page - 1) * size).Take(size).ToList(), cancellation),
            CountFacets(matches, query.Filters),
            Spelling.Mend(query.Text, words, snapshot.Words),
            someWordsOnly);
    }

    /// <summary>
    /// The documents most like one: those that share the words of its title and keywords, and those that share values of the given facets,
    /// rare values counting most.
    /// </summary>
    /// <param name="contentItemId">The document's content item.</param>
    /// <param name="facets">The facets that make documents alike.</param>
    /// <param name="collection">The collection to look in.</param>
    /// <param name="reader">Who reads; nothing is shown that the person may not see.</param>
    /// <param name="count">How many documents at most.</param>
    /// <param name="cancellation">Stops the search.</param>
    public async Task<IReadOnlyList<SearchHit>> SimilarAsync(
        string contentItemId, IReadOnlySet<string> facets, string collection, SearchReader reader, int count, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        if (snapshot.Find(contentItemId) is not { } document)
        {
            return [];
        }

        var visible = snapshot.Documents.Values.Where(other => other.Collection == collection && other.IsVisibleTo(reader)).ToList();
        var weights = document.Facets.Where(own => facets.Contains(own.Facet)).ToDictionary(
            own => own, own => 1.0 / visible.Count(other => other.Facets.Contains(own)));
        var most = Math.Max(weights.Values.Sum(), double.Epsilon);
        var byWords = await LikeInWordsAsync(document.Id, cancellation);
        var similar = visible
            .Where(other => other.Id != document.Id)
            .Select(other => (Document: other, Score: (other.Facets.Sum(value => weights.GetValueOrDefault(value)) / most) + byWords.GetValueOrDefault(other.Id)))
            .Where(other => other.Score > 0)
            .OrderByDescending(other => other.Score).ThenBy(other => other.Document.Title, StringComparer.CurrentCultureIgnoreCase)
            .Take(count).Select(other => other.Document).ToList();
        return await HitsAsync(similar, cancellation);
    }

    /// <summary>The documents that the words of one's title and keywords find, with a score from 1 for the best down to 0.</summary>
    private async Task<Dictionary<long, double>> LikeInWordsAsync(long documentId, CancellationToken cancellation)
    {
        var own = await db.Set<SearchDocumentRow>().Where(row => row.Id == documentId)
            .Select(row => new { row.Title, row.Keywords }).SingleAsync(cancellation);
        var words = SearchWords.Of($"{own.Title} {own.Keywords}").Where(word => word.Length > 3).Distinct().Take(SearchQuery.MaximumWords).ToList();
        if (words.Count == 0)
        {
            return [];
        }

        var matches = await FullText.MatchAsync(db, words, all: false, cancellation);
        return matches.Where(id => id != documentId).Take(LikeInWords).Index()
            .ToDictionary(match => match.Item, match => 1.0 - ((double)match.Index / LikeInWords));
    }

    /// <summary>The documents that have a value of a facet, in alphabetical order.</summary>
    public async Task<IReadOnlyList<SearchHit>> WithFacetAsync(
        string facet, string value, string collection, SearchReader reader, int count, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        var values = new HashSet<string> { value };
        var found = snapshot.Documents.Values
            .Where(document => document.Collection == collection && document.IsVisibleTo(reader) && document.HasAny(facet, values))
            .OrderBy(document => document.Title, StringComparer.CurrentCultureIgnoreCase).Take(count).ToList();
        return await HitsAsync(found, cancellation);
    }

    /// <summary>The newest documents.</summary>
    public async Task<IReadOnlyList<SearchHit>> NewestAsync(string collection, SearchReader reader, int count, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        var newest = snapshot.Documents.Values
            .Where(document => document.Collection == collection && document.IsVisibleTo(reader))
            .OrderByDescending(document => document.PublishedUtc).ThenByDescending(document => document.Id).Take(count).ToList();
        return await HitsAsync(newest, cancellation);
    }

    /// <summary>Those of the given content items that are searched and that the reader may see.</summary>
    public async Task<IReadOnlySet<string>> VisibleAsync(
        IEnumerable<string> contentItemIds, SearchReader reader, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        return contentItemIds.Where(id => snapshot.Find(id)?.IsVisibleTo(reader) ?? false).ToHashSet();
    }

    private static List<string> WordsOf(string text)
    {
        var used = text.Length <= SearchQuery.MaximumTextLength ? text : text[..SearchQuery.MaximumTextLength];
        return [.. SearchWords.Of(used).Distinct().Take(SearchQuery.MaximumWords)];
    }

    private async Task<(List<SnapshotDocument> Documents, bool SomeWordsOnly)> MatchAsync(
        SearchSnapshot snapshot, SearchQuery query, List<string> words, CancellationToken cancellation)
    {
        if (words.Count == 0)
        {
            // Text without a single word, such as "%%%", finds nothing; no text at all is browsing.
            return (string.IsNullOrWhiteSpace(query.Text)
                ? [.. Visible(snapshot.Documents.Values, query).OrderBy(document => document.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(document => document.Id)]
                : [], false);
        }

        var all = Visible(Known(snapshot, await FullText.MatchAsync(db, words, all: true, cancellation)), query);
        if (all.Count > 0 || words.Count == 1)
        {
            return (all, false);
        }

        var some = Visible(Known(snapshot, await FullText.MatchAsync(db, words, all: false, cancellation)), query);
        return (some, some.Count > 0);
    }

    private static IEnumerable<SnapshotDocument> Known(SearchSnapshot snapshot, IReadOnlyList<long> ids) =>
        ids.Select(id => snapshot.Documents.GetValueOrDefault(id)).OfType<SnapshotDocument>();

    private static List<SnapshotDocument> Visible(IEnumerable<SnapshotDocument> documents, SearchQuery query) =>
        [.. documents.Where(document => document.Collection == query.Collection && document.IsVisibleTo(query.Reader))];

    private static Dictionary<string, IReadOnlyDictionary<string, int>> CountFacets(
        List<SnapshotDocument> matches, IReadOnlyDictionary<string, IReadOnlySet<string>> filters)
    {
        Dictionary<string, Dictionary<string, int>> counts = [];
        foreach (var document in matches)
        {
            var unmet = filters.Where(filter => !document.HasAny(filter.Key, filter.Value)).Select(filter => filter.Key).Take(2).ToList();
            foreach (var (facet, value) in document.Facets)
            {
                if (unmet.Count == 0 || (unmet.Count == 1 && unmet[0] == facet))
                {
                    var values = counts.TryGetValue(facet, out var known) ? known : counts[facet] = [];
                    values[value] = values.GetValueOrDefault(value) + 1;
                }
            }
        }

        return counts.ToDictionary(facet => facet.Key, facet => (IReadOnlyDictionary<string, int>)facet.Value);
    }

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(List<SnapshotDocument> documents, CancellationToken cancellation)
    {
        var ids = documents.Select(document => document.Id).ToList();
        var rows = await db.Set<SearchDocumentRow>().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, Hit = new SearchHit(row.ContentItemId, row.ContentType, row.Title, row.Url, row.Summary) })
            .ToDictionaryAsync(row => row.Id, row => row.Hit, cancellation);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
