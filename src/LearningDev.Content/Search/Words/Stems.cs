using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace LearningDev.Content.Search.Words;

/// <summary>
/// The stems that words are indexed and searched by: "managing", "managers" and "management" are one. The algorithm is Snowball's English
/// stemmer (Porter 2), and the words that say nothing by themselves are Snowball's English list. Both databases hold the same stems.
/// </summary>
internal static class Stems
{
    /// <summary>Raised when texts are taken apart otherwise than before, so that an index of the old kind is written again.</summary>
    public const int Version = 1;

    private const int MostKept = 200_000;

    [ThreadStatic]
    private static EnglishStemmer? stemmer;

    private static ConcurrentDictionary<string, string> kept = new(StringComparer.Ordinal);

    /// <summary>The stem of a word in lower case.</summary>
    public static string Of(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        if (kept.TryGetValue(word, out var known))
        {
            return known;
        }

        if (kept.Count >= MostKept)
        {
            kept = new(StringComparer.Ordinal);
        }

        stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return kept[word] = stemmer.Current;
    }

    /// <summary>The stems of a text in order, divided by spaces, as the full-text structures take them.</summary>
    public static string OfText(string text) => string.Join(' ', SearchWords.In(text).Select(word => Of(word.Text)));
}
