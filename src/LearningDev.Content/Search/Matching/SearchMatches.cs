using LearningDev.Content.Search.Index;

namespace LearningDev.Content.Search.Matching;

/// <summary>How a document came among the results; what is named first is shown first.</summary>
internal enum MatchTier
{
    /// <summary>Editors have put it first for the search.</summary>
    Promoted,

    /// <summary>It has all the words.</summary>
    AllWords,

    /// <summary>It has some of the words.</summary>
    SomeWords,
}

/// <summary>A document among the results.</summary>
internal readonly record struct RankedDocument(SnapshotDocument Document, MatchTier Tier, double Score);

/// <summary>The documents that match a search, before any facet is chosen.</summary>
internal sealed class SearchMatches
{
    /// <summary>A title that says just what was searched for, and nothing else, counts this much more; one that says a part of it, a part.</summary>
    private const double TitleMatch = 1;

    // A long text is a question, not the name of something: no title says it.
    private const int MostClausesOfATitle = 6;

    private readonly HashSet<long> known = [];

    /// <summary>The documents in no order.</summary>
    public List<RankedDocument> All { get; } = [];

    /// <summary>All of a list of documents, as when nothing is searched for.</summary>
    public static SearchMatches Of(IEnumerable<SnapshotDocument> documents)
    {
        var matches = new SearchMatches();
        matches.All.AddRange(documents.Select(document => new RankedDocument(document, MatchTier.AllWords, 0)));
        return matches;
    }

    /// <summary>Adds what the full-text structure found, but for what is there already and what the reader may not see.</summary>
    public void Add(
        List<FullTextMatch> found, MatchTier tier, SearchSnapshot snapshot, Func<SnapshotDocument, bool> isVisible, SearchPlan plan)
    {
        var title = plan.Query.Wanted.Count + plan.Query.Required.Count > MostClausesOfATitle ? null : new TitleQuery(plan, snapshot.Stems);
        foreach (var match in found)
        {
            if (snapshot.ById.TryGetValue(match.DocumentId, out var document) && isVisible(document) && known.Add(document.Id))
            {
                var score = title is null ? match.Score : match.Score * (1 + (TitleMatch * title.ShareOf(document.TitleStems)));
                All.Add(new RankedDocument(document, tier, score));
            }
        }
    }

    /// <summary>Puts documents first, in their order.</summary>
    public void Promote(IReadOnlyList<SnapshotDocument> documents)
    {
        foreach (var (place, document) in documents.Index())
        {
            All.RemoveAll(match => match.Document.Id == document.Id);
            All.Add(new RankedDocument(document, MatchTier.Promoted, -place));
        }
    }

    /// <summary>
    /// The first so many of the documents in the order in which they are shown. Those that have all the words stand before those that have some,
    /// whatever the order. Two that are alike stand in the order of their ids, so that pages never overlap.
    /// </summary>
    public static List<RankedDocument> First(List<RankedDocument> documents, int count, SearchOrder order, SearchSnapshot snapshot)
    {
        var comparison = By(order, snapshot);
        if (documents.Count <= count * 4)
        {
            documents.Sort(comparison);
            return documents.Count <= count ? documents : documents.GetRange(0, count);
        }

        // A heap whose top is the last of the first ones: most of the documents are only compared with it.
        var first = new PriorityQueue<RankedDocument, RankedDocument>(count + 1, Comparer<RankedDocument>.Create((left, right) => comparison(right, left)));
        foreach (var document in documents)
        {
            if (first.Count < count)
            {
                first.Enqueue(document, document);
            }
            else if (comparison(document, first.Peek()) < 0)
            {
                first.DequeueEnqueue(document, document);
            }
        }

        List<RankedDocument> sorted = [.. first.UnorderedItems.Select(item => item.Element)];
        sorted.Sort(comparison);
        return sorted;
    }

    private static Comparison<RankedDocument> By(SearchOrder order, SearchSnapshot snapshot)
    {
        switch (order)
        {
            case SearchOrder.Newest:
                return static (left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : right.Document.PublishedUtc.CompareTo(left.Document.PublishedUtc) is not 0 and var by ? by
                    : right.Document.Id.CompareTo(left.Document.Id);
            case SearchOrder.Length:
                return static (left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : (left.Document.Minutes ?? int.MaxValue).CompareTo(right.Document.Minutes ?? int.MaxValue) is not 0 and var by ? by
                    : left.Document.Id.CompareTo(right.Document.Id);
            case SearchOrder.Title:
                var places = snapshot.TitleOrder;
                return (left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : places[left.Document.Id].CompareTo(places[right.Document.Id]);
            default:
                return static (left, right) =>
                    left.Tier != right.Tier ? left.Tier.CompareTo(right.Tier)
                    : right.Score.CompareTo(left.Score) is not 0 and var by ? by
                    : left.Document.Id.CompareTo(right.Document.Id);
        }
    }

    private static int BySomeWords(RankedDocument left, RankedDocument right) =>
        (left.Tier == MatchTier.SomeWords).CompareTo(right.Tier == MatchTier.SomeWords);

    /// <summary>What of a search titles are compared with: the stems, and those of each clause.</summary>
    private sealed class TitleQuery
    {
        private readonly HashSet<int> stems = [];
        private readonly int[][][] clauses;

        public TitleQuery(SearchPlan plan, StemNumbers numbers)
        {
            stems = [.. plan.Stems.Select(numbers.Of)];
            clauses = [.. plan.Query.Wanted.Concat(plan.Query.Required).Select(clause =>
                clause.Alternatives.Select(term => term.Stems.Where(stem => !Words.StopWords.Contains(stem)).Select(numbers.Of).ToArray()).ToArray())];
        }

        /// <summary>How much of the title was searched for, times how much of the search the title has: from 0 to 1.</summary>
        public double ShareOf(int[] title)
        {
            var searched = 0;
            foreach (var stem in title)
            {
                searched += stems.Contains(stem) ? 1 : 0;
            }

            return searched == 0 ? 0 : (double)searched / title.Length * Said(title) / clauses.Length;
        }

        private int Said(int[] title)
        {
            var said = 0;
            foreach (var clause in clauses)
            {
                said += Array.Exists(clause, term => Array.TrueForAll(term, stem => Array.IndexOf(title, stem) >= 0)) ? 1 : 0;
            }

            return said;
        }
    }
}
