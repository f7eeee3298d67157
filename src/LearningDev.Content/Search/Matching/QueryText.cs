using System.Text.RegularExpressions;
using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Matching;

/// <summary>What a person typed, taken apart: words, phrases in quotation marks, and what a minus sign before it excludes (CAT-04). Every text is legal.</summary>
/// <param name="Words">The words that stand by themselves, in order.</param>
/// <param name="Phrases">The words of each phrase.</param>
/// <param name="Excluded">The words of what is excluded.</param>
internal sealed partial record QueryText(
    IReadOnlyList<SearchWord> Words, IReadOnlyList<IReadOnlyList<string>> Phrases, IReadOnlyList<IReadOnlyList<string>> Excluded)
{
    /// <summary>True for a text of more words than people type to search: quotation marks and dashes are punctuation in it, and no word is half typed.</summary>
    public bool IsProse { get; private init; }

    /// <summary>True when nothing can be searched for: there is no word in it.</summary>
    public bool HasNoWords => Words.Count == 0 && Phrases.Count == 0 && Excluded.Count == 0;

    private const int MostWords = 12;

    /// <summary>
    /// Takes a text apart. What is beyond <see cref="SearchQuery.MaximumTextLength"/> and <see cref="SearchQuery.MaximumWords"/> is not used.
    /// </summary>
    public static QueryText Parse(string text)
    {
        var used = text.Length <= SearchQuery.MaximumTextLength ? text : text[..SearchQuery.MaximumTextLength];
        var all = SearchWords.In(used);
        if (all.Count > MostWords)
        {
            return new QueryText([.. all.Take(SearchQuery.MaximumWords)], [], []) { IsProse = true };
        }

        List<IReadOnlyList<string>> phrases = [];
        List<IReadOnlyList<string>> excluded = [];
        var rest = used.ToCharArray();
        foreach (Match match in Marked().Matches(used))
        {
            var words = SearchWords.Of(match.Groups["phrase"].Success ? match.Groups["phrase"].Value : match.Groups["word"].Value).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            // What a phrase or an exclusion takes is blanked, so that the words keep their places in the text.
            Array.Fill(rest, ' ', match.Index, match.Length);
            (match.Groups["minus"].Success ? excluded : phrases).Add(words);
        }

        return new QueryText(SearchWords.In(new string(rest)), phrases, excluded);
    }

    // A phrase that is not closed goes to the end of the text. A minus excludes only where a word begins: "e-learning" excludes nothing.
    [GeneratedRegex("""(?<=^|\s)(?<minus>-)["“”](?<phrase>[^"“”]*)(["“”]|$)|(?<=^|\s)(?<minus>-)(?<word>[^\s"“”-][^\s"“”]*)|["“”](?<phrase>[^"“”]*)(["“”]|$)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Marked();
}
