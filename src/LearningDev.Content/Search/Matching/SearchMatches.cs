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
        var clauses = plan.Query.Wanted.Count + plan.Query.Required.Count;
        foreach (var match in found)
        {
            if (snapshot.ById.TryGetValue(match.DocumentId, out var document) && isVisible(document) && known.Add(document.Id))
            {
                var score = clauses > MostClausesOfATitle ? match.Score : match.Score * (1 + (TitleMatch * TitleShare(document, plan, clauses)));
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
    /// Puts documents in the order in which they are shown. Those that have all the words stand before those that have some, whatever the order.
    /// Two that are alike stand in the order of their ids, so that pages never overlap.
    /// </summary>
    public static List<RankedDocument> InOrder(List<RankedDocument> documents, SearchOrder order, SearchSnapshot snapshot)
    {
        switch (order)
        {
            case SearchOrder.Newest:
                documents.Sort(static (left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : right.Document.PublishedUtc.CompareTo(left.Document.PublishedUtc) is not 0 and var by ? by
                    : right.Document.Id.CompareTo(left.Document.Id));
                break;
            case SearchOrder.Length:
                documents.Sort(static (left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : (left.Document.Minutes ?? int.MaxValue).CompareTo(right.Document.Minutes ?? int.MaxValue) is not 0 and var by ? by
                    : left.Document.Id.CompareTo(right.Document.Id));
                break;
            case SearchOrder.Title:
                var places = snapshot.TitleOrder;
                documents.Sort((left, right) => BySomeWords(left, right) is not 0 and var some ? some
                    : places[left.Document.Id].CompareTo(places[right.Document.Id]));
                break;
            default:
                documents.Sort(static (left, right) =>
                    left.Tier != right.Tier ? left.Tier.CompareTo(right.Tier)
                    : right.Score.CompareTo(left.Score) is not 0 and var by ? by
                    : left.Document.Id.CompareTo(right.Document.Id));
                break;
        }

        return documents;
    }

    private static int BySomeWords(RankedDocument left, RankedDocument right) =>
        (left.Tier == MatchTier.SomeWords).CompareTo(right.Tier == MatchTier.SomeWords);

    /// <summary>How much of the title was searched for, times how much of the search the title has: from 0 to 1.</summary>
    private static double TitleShare(SnapshotDocument document, SearchPlan plan, int clauses)
    {
        var title = document.TitleStems;
        var searched = title.Count(plan.Stems.Contains);
        if (searched == 0)
        {
            return 0;
        }

        var said = plan.Query.Wanted.Concat(plan.Query.Required)
            .Count(clause => clause.Alternatives.Any(term => term.Stems.All(stem => Array.IndexOf(title, stem) >= 0 || Words.StopWords.Contains(stem))));
        return (double)searched / title.Length * said / clauses;
    }
}
