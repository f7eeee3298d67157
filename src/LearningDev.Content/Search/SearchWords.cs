using System.Globalization;
using System.Text;

namespace LearningDev.Content.Search;

/// <summary>Takes text apart into words: runs of letters and digits, in lower case and without accents. Every text is legal.</summary>
public static class SearchWords
{
    /// <summary>The longest word in characters; longer ones are cut.</summary>
    public const int MaximumLength = 60;

    /// <summary>The words of a text, in order.</summary>
    public static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in OnlyCharacters(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (word.Length < MaximumLength - 1)
                {
                    word.Append(Rune.ToLowerInvariant(rune).ToString());
                }
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
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
