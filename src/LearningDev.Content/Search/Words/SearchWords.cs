using System.Globalization;
using System.Text;

namespace LearningDev.Content.Search.Words;

/// <summary>
/// Takes text apart into words: runs of letters and digits, in lower case and without accents. Every text is legal. Scripts that put no
/// spaces between words (Chinese, Japanese, Thai and their like) give a word for each character; a search takes such a run as a phrase.
/// </summary>
public static class SearchWords
{
    /// <summary>The longest word in characters; the rest of a longer one is not used.</summary>
    public const int MaximumLength = 60;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> Of(string text) => In(text).Select(word => word.Text);

    /// <summary>The words of a text with their places in it, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="beginnings">The letters with which the words begin that are wanted; null for all words.</param>
    internal static List<SearchWord> In(string text, string? beginnings = null)
    {
        var reader = new WordReader(text, beginnings);
        reader.Read();
        return reader.Words;
    }

    // Neither halves of a surrogate pair nor code points that are no characters (U+FFFE, say) have a normal form: Normalize throws at them.
    internal static string OnlyCharacters(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNotAssigned ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return clean.ToString();
    }
}

/// <summary>A word of a text.</summary>
/// <param name="Text">The word in lower case and without accents.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many characters of the text it takes up.</param>
/// <param name="JoinsPrevious">True when it follows the word before without a gap, as in a script without spaces.</param>
internal readonly record struct SearchWord(string Text, int Start, int Length, bool JoinsPrevious);
