namespace LearningDev.Content.Search.Matching;

/// <summary>One way of saying what is searched for; most often a single stem.</summary>
/// <param name="Stems">The stems, at least one; a document must have all of them.</param>
/// <param name="InOrder">True when they must stand one after the other.</param>
internal sealed record SearchTerm(IReadOnlyList<string> Stems, bool InOrder)
{
    /// <summary>A term of one stem.</summary>
    public SearchTerm(string stem) : this([stem], InOrder: false)
    {
    }

    /// <summary>Words that must stand one after the other.</summary>
    public static SearchTerm Phrase(IEnumerable<string> words) => new([.. words.Select(Words.Stems.Of)], InOrder: true);
}

/// <summary>One thing that is searched for, with the other ways of saying it: synonyms, a mended spelling, words that begin so.</summary>
/// <param name="Alternatives">Terms of which a document must have at least one.</param>
internal sealed record SearchClause(IReadOnlyList<SearchTerm> Alternatives)
{
    /// <summary>A clause that can be said in one way only.</summary>
    public SearchClause(SearchTerm term) : this([term])
    {
    }
}

/// <summary>What the full-text structure is asked for.</summary>
/// <param name="Wanted">What is searched for. What was typed twice stands here twice and counts twice.</param>
/// <param name="Required">Of what is wanted, that without which nothing is shown: what was typed in quotation marks.</param>
/// <param name="Excluded">What no result may have.</param>
/// <param name="Telling">
/// Of what is wanted, that of which a document must have something when it has only some of the words. Common words count for the order,
/// but what has nothing but common words is no help.
/// </param>
internal sealed record FullTextQuery(
    IReadOnlyList<SearchClause> Wanted, IReadOnlyList<SearchClause> Required, IReadOnlyList<SearchClause> Excluded, IReadOnlyList<SearchClause> Telling)
{
    /// <summary>A query for documents that have any of some stems.</summary>
    public static FullTextQuery AnyOf(IEnumerable<string> stems)
    {
        List<SearchClause> clauses = [.. stems.Select(stem => new SearchClause(new SearchTerm(stem)))];
        return new FullTextQuery(clauses, [], [], clauses);
    }

    /// <summary>True when some of what is wanted only counts for the order.</summary>
    public bool HasCommonWords => Telling.Count < Wanted.Count;
}

/// <summary>A document that was found.</summary>
/// <param name="DocumentId">The id of its row.</param>
/// <param name="Score">How well it matches, by BM25; higher is better.</param>
internal readonly record struct FullTextMatch(long DocumentId, double Score);
