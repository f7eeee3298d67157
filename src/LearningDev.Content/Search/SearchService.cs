using LearningDev.Content.Search.Index;
using LearningDev.Content.Search.Matching;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Content.Search.Words;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Search;

/// <summary>Answers searches out of the index (CAT-04). What belongs to a module that is switched off is not found.</summary>
public sealed class SearchService
{
    private const int LikeInWords = 20;
    private const int WordsThatMakeAlike = 20;
    private const int TellingWords = 6;
    private const int ShortestSuggested = 2;

    private static readonly Func<PortalDb, List<long>, IAsyncEnumerable<DocumentBody>> BodiesAsync = EF.CompileAsyncQuery(
        (PortalDb db, List<long> ids) => db.Set<SearchDocumentRow>().Where(row => ids.Contains(row.Id)).Select(row => new DocumentBody(row.Id, row.Body)));

    private readonly PortalDb db;
    private readonly SearchSnapshots snapshots;
    private readonly SearchSynonyms synonyms;
    private readonly SearchCollections collections;

    internal SearchService(PortalDb db, SearchSnapshots snapshots, SearchSynonyms synonyms, SearchCollections collections)
    {
        this.collections = collections;
        this.db = db;
        this.snapshots = snapshots;
        this.synonyms = synonyms;
    }

    /// <summary>
    /// Searches. A page past the end has no hits. Every text is a legal query; what is beyond <see cref="SearchQuery.MaximumTextLength"/>
    /// is not used. Documents that have all the words come first; when they do not fill a page, those that have some follow.
    /// </summary>
    public async Task<SearchResults> SearchAsync(SearchQuery query, CancellationToken cancellation = default)
    {
        var snapshot = await SnapshotAsync(query.Collection, cancellation);
        var text = QueryText.Parse(query.Text);
        var knowledge = text.HasNoWords || snapshot.ById.Count == 0 ? null : await synonyms.GetAsync(cancellation);
        var plan = knowledge is null ? null : SearchPlan.Make(query.Text, text, snapshot, knowledge, query.Reader, query.Exactly);
        var matches = plan is null ? Browse(snapshot, query) : await MatchAsync(snapshot, query, plan, cancellation);
        if (knowledge is not null)
        {
            matches.Promote([.. knowledge.PromotedFor(query.Text).Select(snapshot.Find).OfType<SnapshotDocument>().Where(document => IsVisible(document, query))]);
        }

        var selection = FacetSelection.Make(matches.All, query.Filters, snapshot.Codes);
        var found = selection.Found;
        var size = Math.Clamp(query.Size, 1, 100);
        var pages = Math.Max(1, (found.Count + size - 1) / size);
        var page = Math.Max(1, query.Page);
        var order = plan is null && query.Order == SearchOrder.Relevance ? SearchOrder.Title : query.Order;
        var shown = page > pages ? [] : SearchMatches.First(found, page * size, order, snapshot)[((page - 1) * size)..];
        return new SearchResults(
            found.Count, page, pages,
            await MarkAsync(shown, plan, cancellation),
            selection.Counts,
            plan?.MendedText,
            found.Count(match => match.Tier != MatchTier.SomeWords));
    }

    /// <summary>Titles that the text may be the beginning of, for completing it while it is typed.</summary>
    /// <param name="collection">The collection to look in.</param>
    /// <param name="reader">Who types; nothing is suggested that the person may not see.</param>
    /// <param name="text">What has been typed so far; fewer than two letters suggest nothing.</param>
    /// <param name="count">How many titles at most.</param>
    /// <param name="cancellation">Stops the look-up.</param>
    public async Task<IReadOnlyList<string>> SuggestAsync(
        string collection, SearchReader reader, string text, int count, CancellationToken cancellation = default)
    {
        var words = SearchWords.Of(text.Length <= SearchQuery.MaximumTextLength ? text : text[..SearchQuery.MaximumTextLength]).ToList();
        if (words.Sum(word => word.Length) < ShortestSuggested)
        {
            return [];
        }

        var snapshot = await SnapshotAsync(collection, cancellation);
        var titles = snapshot.TitleWords.BeginningWith(words, document => document.Collection == collection && document.IsVisibleTo(reader), count);
        if (titles.Count > 0)
        {
            return titles;
        }

        var mended = words.ConvertAll(word => snapshot.Vocabulary.HasStem(word, reader) ? word : Spelling.Mend(word, snapshot.Vocabulary, reader) ?? word);
        return snapshot.TitleWords.BeginningWith(mended, document => document.Collection == collection && document.IsVisibleTo(reader), count);
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
        var snapshot = await SnapshotAsync(collection, cancellation);
        if (snapshot.Find(contentItemId) is not { } document)
        {
            return [];
        }

        // How many documents share each of the values: a plain pass over the snapshot, for there may be many documents.
        var codes = snapshot.Codes.Values;
        var sharing = new int[codes.Count];
        List<SnapshotDocument> visible = [];
        foreach (var other in snapshot.Documents)
        {
            if (other.Collection == collection && other.IsVisibleTo(reader))
            {
                visible.Add(other);
                foreach (var value in other.Values)
                {
                    sharing[value]++;
                }
            }
        }

        var weights = new double[codes.Count];
        foreach (var own in document.Values.Where(own => facets.Contains(codes[own].Facet)))
        {
            weights[own] = 1.0 / Math.Max(1, sharing[own]);
        }

        var most = Math.Max(weights.Sum(), double.Epsilon);
        var byWords = await LikeInWordsAsync(document.Id, snapshot, cancellation);
        List<RankedDocument> similar = [];
        foreach (var other in visible)
        {
            var score = byWords.GetValueOrDefault(other.Id);
            foreach (var value in other.Values)
            {
                score += weights[value] / most;
            }

            if (score > 0 && other.Id != document.Id)
            {
                similar.Add(new RankedDocument(other, MatchTier.SomeWords, score));
            }
        }

        return SearchMatches.First(similar, count, SearchOrder.Relevance, snapshot).ConvertAll(match => match.Document.ToHit());
    }

    /// <summary>The documents that have a value of a facet, in alphabetical order.</summary>
    public async Task<IReadOnlyList<SearchHit>> WithFacetAsync(
        string facet, string value, string collection, SearchReader reader, int count, CancellationToken cancellation = default)
    {
        var snapshot = await SnapshotAsync(collection, cancellation);
        if (snapshot.Codes.Find(facet, value) is not { } code)
        {
            return [];
        }

        var found = snapshot.Documents
            .Where(document => document.Collection == collection && document.IsVisibleTo(reader) && Array.IndexOf(document.Values, code) >= 0)
            .OrderBy(document => document.Title, StringComparer.CurrentCultureIgnoreCase).Take(count).ToList();
        return found.ConvertAll(document => document.ToHit());
    }

    /// <summary>The newest documents.</summary>
    public async Task<IReadOnlyList<SearchHit>> NewestAsync(string collection, SearchReader reader, int count, CancellationToken cancellation = default)
    {
        var snapshot = await SnapshotAsync(collection, cancellation);
        var newest = snapshot.Documents
            .Where(document => document.Collection == collection && document.IsVisibleTo(reader))
            .OrderByDescending(document => document.PublishedUtc).ThenByDescending(document => document.Id).Take(count).ToList();
        return newest.ConvertAll(document => document.ToHit());
    }

    /// <summary>Those of the given content items that are searched and that the reader may see.</summary>
    public async Task<IReadOnlySet<string>> VisibleAsync(
        IEnumerable<string> contentItemIds, SearchReader reader, CancellationToken cancellation = default)
    {
        var snapshot = await snapshots.GetAsync(db, cancellation);
        var off = await collections.OffAsync(cancellation);
        return contentItemIds.Where(id => snapshot.Find(id) is { } document && document.IsVisibleTo(reader) && !off.Contains(document.Collection)).ToHashSet();
    }

    /// <summary>
    /// The documents of all collections that have all the words, whoever may see them: for editors, who see all content.
    /// </summary>
    internal async Task<List<long>> DocumentsWithAsync(string text, CancellationToken cancellation)
    {
        var parsed = QueryText.Parse(text);
        var snapshot = await snapshots.GetAsync(db, cancellation);
        if (parsed.Words.Count + parsed.Phrases.Count == 0 || snapshot.ById.Count == 0)
        {
            return [];
        }

        var plan = SearchPlan.Make(text, parsed, snapshot, await synonyms.GetAsync(cancellation), new SearchReader([], SeesEverything: true), exactly: true);
        return [.. (await FullText.Of(db).MatchAsync(db, plan.Query, all: true, snapshot.Size, cancellation)).Select(match => match.DocumentId)];
    }

    private async Task<SearchSnapshot> SnapshotAsync(string collection, CancellationToken cancellation) =>
        (await collections.OffAsync(cancellation)).Contains(collection) ? SearchSnapshot.Empty : await snapshots.GetAsync(db, cancellation);

    // Text without a single word, such as "%%%", finds nothing; no text at all is browsing.
    private static SearchMatches Browse(SearchSnapshot snapshot, SearchQuery query) =>
        SearchMatches.Of(string.IsNullOrWhiteSpace(query.Text) ? snapshot.Documents.Where(document => IsVisible(document, query)) : []);

    private async Task<SearchMatches> MatchAsync(SearchSnapshot snapshot, SearchQuery query, SearchPlan plan, CancellationToken cancellation)
    {
        var text = FullText.Of(db);
        if (plan.Query.Wanted.Count == 0 && plan.Query.Required.Count == 0)
        {
            // Only exclusions: everything but what they find.
            var excluded = (await text.MatchAsync(db, new FullTextQuery(plan.Query.Excluded, [], [], plan.Query.Excluded), all: false, snapshot.Size, cancellation))
                .Select(match => match.DocumentId).ToHashSet();
            return SearchMatches.Of(snapshot.Documents.Where(document => IsVisible(document, query) && !excluded.Contains(document.Id)));
        }

        var matches = new SearchMatches();
        matches.Add(
            await text.MatchAsync(db, plan.Query, all: true, snapshot.Size, cancellation), MatchTier.AllWords, snapshot, document => IsVisible(document, query), plan);
        if (matches.All.Count < Math.Clamp(query.Size, 1, 100) && plan.Loosely.Wanted.Count + plan.Loosely.Required.Count > 1)
        {
            matches.Add(
                await text.MatchAsync(db, plan.Loosely, all: false, snapshot.Size, cancellation), MatchTier.SomeWords, snapshot, document => IsVisible(document, query), plan);
        }

        return matches;
    }

    private static bool IsVisible(SnapshotDocument document, SearchQuery query) =>
        document.Collection == query.Collection && document.IsVisibleTo(query.Reader);

    /// <summary>The documents that the words of one's title and keywords find, with a score from 1 for the best down to 0.</summary>
    private async Task<Dictionary<long, double>> LikeInWordsAsync(long documentId, SearchSnapshot snapshot, CancellationToken cancellation)
    {
        var own = await db.Set<SearchDocumentRow>().Where(row => row.Id == documentId)
            .Select(row => new { row.Title, row.Keywords }).SingleAsync(cancellation);
        var stems = SearchWords.Of($"{own.Title} {own.Keywords}").Where(word => !StopWords.Contains(word)).Select(Stems.Of).Distinct()
            .Take(WordsThatMakeAlike).ToList();
        if (stems.Count == 0)
        {
            return [];
        }

        // The rarest of the words are enough to find what is alike.
        var everybody = new SearchReader([], SeesEverything: true);
        var query = FullTextQuery.AnyOf(stems.OrderBy(stem => snapshot.Vocabulary.CountOfStem(stem, everybody)).Take(TellingWords));
        var matches = await FullText.Of(db).MatchAsync(db, query, all: false, snapshot.Size, cancellation);
        return matches.Where(match => match.DocumentId != documentId)
            .OrderByDescending(match => match.Score).ThenBy(match => match.DocumentId).Take(LikeInWords).Index()
            .ToDictionary(match => match.Item.DocumentId, match => 1.0 - ((double)match.Index / LikeInWords));
    }

    private async Task<IReadOnlyList<SearchHit>> MarkAsync(List<RankedDocument> matches, SearchPlan? plan, CancellationToken cancellation)
    {
        if (plan is null)
        {
            return matches.ConvertAll(match => match.Document.ToHit());
        }

        var hits = matches.ConvertAll(match => match.Document.ToHit() with
        {
            MarkedTitle = MarkedText.Mark(match.Document.Title, plan.Stems),
            Extract = MarkedText.Mark(match.Document.Summary, plan.Stems),
            IsPromoted = match.Tier == MatchTier.Promoted,
            HasAllWords = match.Tier != MatchTier.SomeWords,
        });

        // Bodies are long, so only those are read of which nothing else shows why they were found.
        Dictionary<long, int> unexplained = [];
        foreach (var (place, hit) in hits.Index())
        {
            if (!hit.MarkedTitle.HasMarks && !hit.Extract.HasMarks)
            {
                unexplained.Add(matches[place].Document.Id, place);
            }
        }

        if (unexplained.Count > 0)
        {
            await foreach (var (id, body) in BodiesAsync(db, [.. unexplained.Keys]).WithCancellation(cancellation))
            {
                var place = unexplained[id];
                hits[place] = hits[place] with { Extract = MarkedText.Extract(body, plan.Stems) ?? hits[place].Extract };
            }
        }

        return hits;
    }

    private sealed record DocumentBody(long Id, string Body);
}
