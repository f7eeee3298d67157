using System.Text.RegularExpressions;

namespace LearningDev.Platform.Notifications.Choosing;

/// <summary>Numbers for text messages: mobile numbers of the United Kingdom as people write them, others with their country's code.</summary>
internal static partial class TextNumber
{
    /// <summary>The number in the form +447700900123 (ITU-T E.164); null for what is no such number.</summary>
    public static string? Read(string text)
    {
        var digits = Between().Replace(text, "");
        digits = digits.StartsWith("00", StringComparison.Ordinal) ? $"+{digits[2..]}" : digits.StartsWith("07", StringComparison.Ordinal) ? $"+44{digits[1..]}" : digits;
        digits = digits.StartsWith("+440", StringComparison.Ordinal) ? $"+44{digits[4..]}" : digits;
        return Mobile().IsMatch(digits) ? digits : null;
    }

    /// <summary>A number of which only the end is to be read, for example "…123".</summary>
    public static string Masked(string number) => number.Length > 3 ? $"…{number[^3..]}" : number;

    [GeneratedRegex(@"[\s().-]")]
    private static partial Regex Between();

    // In the United Kingdom 07 and nine digits; 070 are no mobile numbers (Ofcom's National Telephone Numbering Plan).
    [GeneratedRegex(@"^(\+447[1-9]\d{8}|\+(?!44)[1-9]\d{6,13})$", RegexOptions.ECMAScript)]
    private static partial Regex Mobile();
}
