using System.Text;
using LearningDev.Content.Search.Index;
using LearningDev.Content.Search.Synonyms;
using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Matching;

/// <summary>How a search is carried out: what the full-text structure is asked for, and what was mended on the way.</summary>
/// <param name="Query">What the full-text structure is asked for.</param>
/// <param name="MendedText">The text with its spelling mended; null when nothing needed mending or could be mended.</param>
/// <param name="Stems">The stems that are searched for, for marking them in results.</param>
/// <param name="Loosely">
/// The same for documents that have only some of the words: an expression that has synonyms can be had in part too.
/// </param>
internal sealed record SearchPlan(FullTextQuery Query, string? MendedText, IReadOnlySet<string> Stems, FullTextQuery Loosely)
{
    private const int ShortestBeginning = 3;
    private const int MostBeginnings = 200;
    private const int MostAlternatives = 20;
    private const int EnoughDocuments = 500;
    private const int CommonShare = 4;
    private const int FewClauses = 4;
    private const int FewDocuments = 20;

    /// <summary>Plans a search.</summary>
    /// <param name="original">The text as it was typed.</param>
    /// <param name="text">The text taken apart.</param>
    /// <param name="snapshot">The documents and the words that they have.</param>
    /// <param name="knowledge">What editors know about words.</param>
    /// <param name="reader">Who searches; a spelling is mended only by what the person may see.</param>
    /// <param name="exactly">True to search for what was typed, whatever its spelling.</param>
    public static SearchPlan Make(
        string original, QueryText text, SearchSnapshot snapshot, SearchKnowledge knowledge, SearchReader reader, bool exactly)
    {
        var vocabulary = snapshot.Vocabulary;
        var isShouted = !original.Any(char.IsLower);
        var mended = text.Words.Select(word => Mend(
            new PlannedWord(word.Text, word.JoinsPrevious, StopWords.Contains(word.Text) && (isShouted || !IsAbbreviation(original, word))),
            mayBegin: !text.IsProse, vocabulary, knowledge, reader)).ToList();
        var mendedText = mended.TrueForAll(word => word.Mended is null) ? null : Replace(original, text.Words, mended);
        List<PlannedWord> words = exactly || mendedText is null ? mended : [.. mended.SelectMany(Divide)];
        if (exactly)
        {
            words = words.ConvertAll(word => word with { Mended = null });
        }

        var wanted = Clauses(words, knowledge, vocabulary, reader, exactly, loosely: false);
        var loosely = Clauses(words, knowledge, vocabulary, reader, exactly, loosely: true);
        var required = text.Phrases.Select(phrase => new SearchClause(SearchTerm.Phrase(phrase))).ToList();
        var excluded = text.Excluded.Select(phrase => new SearchClause(SearchTerm.Phrase(phrase))).ToList();
        var stems = wanted.Concat(required).SelectMany(clause => clause.Alternatives).SelectMany(term => term.Stems)
            .Where(stem => !StopWords.Contains(stem)).ToHashSet();
        return new SearchPlan(
            new FullTextQuery(wanted, required, excluded, wanted), mendedText, stems,
            new FullTextQuery(loosely, required, excluded, Telling(loosely, vocabulary, reader, snapshot.Size.Documents)));
    }

    /// <summary>The rarest of the clauses: as many as find enough documents. Of a few words, one that every fourth document has is not among them unless it is all there is.</summary>
    private static List<SearchClause> Telling(List<SearchClause> wanted, Vocabulary vocabulary, SearchReader reader, int documents)
    {
        List<SearchClause> telling = [];
        var found = 0;
        foreach (var (clause, having) in wanted
            .Select(clause => (Clause: clause, Having: clause.Alternatives.Sum(term => term.Stems.Min(stem => vocabulary.CountOfStem(stem, reader)))))
            .OrderBy(pair => pair.Having))
        {
            if (found > EnoughDocuments || (found > 0 && wanted.Count <= FewClauses && having > FewDocuments && having * CommonShare > documents))
            {
                break;
            }

            found += having;
            telling.Add(clause);
        }

        return telling;
    }

    private static List<SearchClause> Clauses(
        List<PlannedWord> words, SearchKnowledge knowledge, Vocabulary vocabulary, SearchReader reader, bool exactly, bool loosely)
    {
        var texts = words.ConvertAll(word => word.Used);
        var onlyStopWords = words.TrueForAll(word => word.IsStopWord);
        List<SearchClause> clauses = [];
        for (var place = 0; place < words.Count;)
        {
            if ((!words[place].IsStopWord || onlyStopWords) && knowledge.At(texts, place) is { } synonym)
            {
                var typed = Typed(texts.GetRange(place, synonym.Words));
                clauses.Add(new SearchClause([typed, .. synonym.Others]));
                if (loosely && typed is { InOrder: false, Stems.Count: > 1 })
                {
                    clauses.AddRange(typed.Stems.Select(stem => new SearchClause(new SearchTerm(stem))));
                }

                place += synonym.Words;
                continue;
            }

            var run = 1;
            while (place + run < words.Count && words[place + run].JoinsPrevious)
            {
                run++;
            }

            if (run > 1)
            {
                clauses.Add(new SearchClause(SearchTerm.Phrase(texts.GetRange(place, run))));
            }
            else if (onlyStopWords || !words[place].IsStopWord)
            {
                clauses.Add(Clause(words[place], vocabulary, reader, exactly));
            }

            place += run;
        }

        return clauses;
    }

    // All the telling words of an expression. One that has just one of them, such as "one to one", says something only as it stands.
    private static SearchTerm Typed(List<string> words)
    {
        var telling = words.Where(word => !StopWords.Contains(word)).Select(Words.Stems.Of).Distinct().ToList();
        return words.Count > 1 && telling.Count <= 1 ? SearchTerm.Phrase(words) : new SearchTerm(telling.Count > 0 ? telling : [Words.Stems.Of(words[0])], InOrder: false);
    }

    private static SearchClause Clause(PlannedWord word, Vocabulary vocabulary, SearchReader reader, bool exactly) =>
        !exactly && word.Beginnings.Count > 0
            ? new SearchClause([.. word.Beginnings.OrderByDescending(other => vocabulary.CountOf(other, reader))
                .Select(Words.Stems.Of).Distinct().Take(MostAlternatives).Select(stem => new SearchTerm(stem))])
            : new SearchClause(new SearchTerm(Words.Stems.Of(word.Used)));

    // "IT" among small letters is information technology, not the pronoun.
    private static bool IsAbbreviation(string original, SearchWord word) =>
        word.Length > 1 && original.AsSpan(word.Start, word.Length).IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static PlannedWord Mend(PlannedWord word, bool mayBegin, Vocabulary vocabulary, SearchKnowledge knowledge, SearchReader reader)
    {
        if (word.IsStopWord || word.JoinsPrevious || knowledge.Knows(word.Typed) || vocabulary.HasStem(word.Typed, reader))
        {
            return word;
        }

        var beginnings = !mayBegin || word.Typed.Length < ShortestBeginning ? []
            : vocabulary.Near.BeginningWith(word.Typed, MostBeginnings).Where(other => vocabulary.CountOf(other, reader) > 0).ToList();
        return beginnings.Count > 0
            ? word with { Beginnings = beginnings }
            : word with { Mended = Spelling.Mend(word.Typed, vocabulary, reader) };
    }

    private static IEnumerable<PlannedWord> Divide(PlannedWord word) =>
        word.Mended is null ? [word] : word.Mended.Split(' ').Select(part => new PlannedWord(part, JoinsPrevious: false, StopWords.Contains(part)));

    private static string Replace(string original, IReadOnlyList<SearchWord> words, List<PlannedWord> mended)
    {
        var text = new StringBuilder(original);
        for (var index = words.Count - 1; index >= 0; index--)
        {
            if (mended[index].Mended is { } better)
            {
                text.Remove(words[index].Start, words[index].Length).Insert(words[index].Start, better);
            }
        }

        return text.ToString();
    }

    private sealed record PlannedWord(string Typed, bool JoinsPrevious, bool IsStopWord)
    {
        public string? Mended { get; init; }

        public IReadOnlyList<string> Beginnings { get; init; } = [];

        public string Used => Mended ?? Typed;
    }
}
