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
        foreach (var rune in WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
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

    private static string WithoutLoneSurrogates(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
