using System.Text;
using System.Text.RegularExpressions;
using LearningDev.Content.Search.Words;

namespace LearningDev.Content.Search.Evidence;

/// <summary>What is kept of a search: small letters, single spaces, and nothing that looks like an email address or a number of a person.</summary>
internal static partial class EvidenceText
{
    /// <summary>What stands in place of an email address.</summary>
    public const string Email = "[email address]";

    /// <summary>What stands in place of a telephone number, a National Insurance number or another long number.</summary>
    public const string Number = "[number]";

    private const int MostRead = 400;

    /// <summary>What is kept of a typed text; null when it has no word.</summary>
    public static string? Of(string typed)
    {
        var text = Plain(typed.Length <= MostRead ? typed : typed[..MostRead]);
        text = LongNumber().Replace(InsuranceNumber().Replace(EmailAddress().Replace(text, Email), Number), Number);
        if (text.Length > SearchEvidenceRow.MaximumLength)
        {
            var end = SearchEvidenceRow.MaximumLength;
            text = text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd();
        }

        return SearchWords.Of(text).Any() ? text : null;
    }

    /// <summary>False for a text of which a part was left out.</summary>
    public static bool IsAsTyped(string text) =>
        !text.Contains(Email, StringComparison.Ordinal) && !text.Contains(Number, StringComparison.Ordinal);

    private static string Plain(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune))
            {
                text.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }

    [GeneratedRegex(@"[^\s@]+@[^\s@]+")]
    private static partial Regex EmailAddress();

    [GeneratedRegex(@"\b[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b")]
    private static partial Regex InsuranceNumber();

    // Six digits in a row, or seven with spaces and strokes between them: telephone numbers, dates of birth, employee numbers. "ISO 45001" stays.
    [GeneratedRegex(@"\+?\(?\d([ ().\-/]{0,2}\d){6,}|\d{6,}")]
    private static partial Regex LongNumber();
}
