using System.Collections.Frozen;
using LearningDev.Content.Search.Matching;
using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Synonyms;

/// <summary>What editors have written about searching, ready to be used. Words are compared by their stems.</summary>
internal sealed class SearchKnowledge
{
    private readonly FrozenDictionary<string, List<SearchTerm>> synonyms;
    private readonly FrozenDictionary<string, List<string>> promoted;
    private readonly FrozenSet<string> words;
    private readonly FrozenSet<string> firstWords;
    private readonly int longest;

    public SearchKnowledge(IEnumerable<SearchSynonymsPart> synonyms, IEnumerable<PromotedResultsPart> promoted)
    {
        Dictionary<string, Dictionary<string, SearchTerm>> others = [];
        foreach (var part in synonyms)
        {
            var found = Lines(part.Words.Text);
            foreach (var (key, _) in found.Concat(Lines(part.AlsoTyped.Text)))
            {
                if (!others.TryGetValue(key, out var terms))
                {
                    others[key] = terms = [];
                }

                foreach (var other in found.Where(other => other.Key != key))
                {
                    terms.TryAdd(other.Key, other.Term);
                }
            }
        }

        this.synonyms = others.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Values.ToList());
        longest = others.Keys.Select(SearchLines.WordsIn).DefaultIfEmpty().Max();
        words = others.Keys.SelectMany(SearchLines.StemsIn).ToFrozenSet();
        firstWords = others.Keys.Select(key => SearchLines.StemsIn(key)[0]).ToFrozenSet();
        this.promoted = promoted
            .SelectMany(part => SearchLines.In(part.Searches.Text).Select(search => (Key: SearchLines.KeyOf(search), part.Entries.ContentItemIds)))
            .GroupBy(pair => pair.Key)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(pair => pair.ContentItemIds).Distinct().ToList());
    }

    /// <summary>True when the word stands in what editors have written, and so is no mistake.</summary>
    public bool Knows(string word) => words.Contains(Stems.Of(word));

    /// <summary>The longest expression at a place of a search that has synonyms: how many words it takes up, and what it can be called too.</summary>
    public (int Words, IReadOnlyList<SearchTerm> Others)? At(IReadOnlyList<string> text, int place)
    {
        if (!firstWords.Contains(Stems.Of(text[place])))
        {
            return null;
        }

        for (var count = Math.Min(longest, text.Count - place); count > 0; count--)
        {
            if (synonyms.TryGetValue(SearchLines.KeyOf(text.Skip(place).Take(count)), out var others))
            {
                return (count, others);
            }
        }

        return null;
    }

    /// <summary>True when the whole of a text is an expression that has synonyms.</summary>
    public bool HasSynonyms(string text) => synonyms.ContainsKey(SearchLines.KeyOf(text));

    /// <summary>The ids of the content items that come first for a search.</summary>
    public IReadOnlyList<string> PromotedFor(string text) =>
        promoted.Count == 0 ? [] : promoted.GetValueOrDefault(SearchLines.KeyOf(text)) ?? [];

    private static List<(string Key, SearchTerm Term)> Lines(string? text) =>
        [.. SearchLines.In(text).Select(line => (SearchLines.KeyOf(line), SearchTerm.Phrase(SearchWords.Of(line)))).DistinctBy(line => line.Item1)];
}
