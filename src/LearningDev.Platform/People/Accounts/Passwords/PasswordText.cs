using System.Globalization;
using System.Text;

namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>What is wrong with a password.</summary>
internal enum PasswordFault
{
    None,
    TooShort,
    TooLong,
    NotText,
    Common,
    Names,
}

/// <summary>A password as a text: its one form in Unicode, and whether it is easy to guess.</summary>
internal static class PasswordText
{
    /// <summary>The most characters of a password.</summary>
    public const int MostCharacters = 200;

    // What is left of a password without the names in it must still be hard to guess.
    private const int FewestOwnCharacters = 8;
    private const int ShortestName = 3;
    private const int LongestBlock = 4;

    // Every council's name has some of these, so they say nothing of a council.
    private static readonly HashSet<string> EverydayWords =
        ["the", "and", "for", "council", "borough", "county", "city", "town", "district", "metropolitan", "royal", "combined", "authority", "unitary", "shire"];

    /// <summary>The password in the normal form NFKC (NIST SP 800-63B, 3.1.1.2), so that it is the same on every keyboard; null when it is no text in Unicode.</summary>
    public static string? Normalise(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Says what is wrong with a new password. Nothing is asked of which kinds of characters it has.</summary>
    /// <param name="password">The password as typed.</param>
    /// <param name="fewest">The fewest characters.</param>
    /// <param name="names">What it may not consist of: the names of the person, the council and the portal.</param>
    public static PasswordFault FaultOf(string password, int fewest, IEnumerable<string> names)
    {
        if (password.Length > 2 * MostCharacters)
        {
            return PasswordFault.TooLong;
        }

        if (Normalise(password) is not { } text)
        {
            return PasswordFault.NotText;
        }

        var length = text.EnumerateRunes().Count();
        return length > MostCharacters ? PasswordFault.TooLong
            : length < fewest ? PasswordFault.TooShort
            : IsRepetition(text) || CommonPasswords.HaveAnyOf(Cores(text)) ? PasswordFault.Common
            : Consists(text, names) ? PasswordFault.Names
            : PasswordFault.None;
    }

    // "Password2026!", "**password**" and "passwordpassword" are as common as "password".
    private static HashSet<string> Cores(string text)
    {
        var small = text.ToLowerInvariant();
        var half = small[..(small.Length / 2)];
        HashSet<string> cores = [small, small.Replace(" ", "", StringComparison.Ordinal)];
        if (half + half == small)
        {
            cores.Add(half);
        }

        var letters = Enumerable.Range(0, small.Length).Where(at => char.IsLetter(small[at])).ToList();
        if (letters.Count > 0)
        {
            cores.Add(small[letters[0]..(letters[^1] + 1)]);
        }

        return cores;
    }

    private static bool IsRepetition(string text) => Enumerable.Range(1, LongestBlock)
        .Any(block => text.Length >= 2 * block && Enumerable.Range(block, text.Length - block).All(at => text[at] == text[at - block]));

    private static bool Consists(string text, IEnumerable<string> names)
    {
        var rest = Compact(text);
        var length = rest.Length;
        foreach (var name in names.SelectMany(Parts).Distinct().OrderByDescending(name => name.Length))
        {
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return rest.Length < length && rest.Length < FewestOwnCharacters;
    }

    private static IEnumerable<string> Parts(string name) => name
        .Split([' ', '.', '-', '_', '@', '\''], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(Compact)
        .Where(part => !EverydayWords.Contains(part))
        .Append(Compact(name))
        .Where(part => part.Length >= ShortestName);

    private static string Compact(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Where(sign => CharUnicodeInfo.GetUnicodeCategory(sign) is
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber));
}
