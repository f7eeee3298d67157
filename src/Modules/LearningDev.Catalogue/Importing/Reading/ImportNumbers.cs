using System.Globalization;
using System.Text.RegularExpressions;

namespace LearningDev.Catalogue.Importing.Reading;

/// <summary>Reads lengths and amounts as people write them.</summary>
internal static partial class ImportNumbers
{
    /// <summary>A length in minutes out of "90", "1 hour 30 minutes", "1:30" or "half a day"; null when it is none.</summary>
    public static decimal? Minutes(string text, int minutesPerDay)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes))
        {
            return decimal.Ceiling(minutes);
        }

        if (Clock().Match(plain) is { Success: true } clock)
        {
            return (decimal.Parse(clock.Groups[1].Value, CultureInfo.InvariantCulture) * 60) + decimal.Parse(clock.Groups[2].Value, CultureInfo.InvariantCulture);
        }

        if (!Lengths().IsMatch(plain))
        {
            return null;
        }

        return decimal.Ceiling(Length().Matches(plain).Sum(length =>
            (length.Groups["half"].Success ? 0.5m : decimal.Parse(length.Groups["number"].Value, CultureInfo.InvariantCulture))
            * (length.Groups["unit"].Value[0] switch { 'd' => minutesPerDay, 'h' => 60, _ => 1 })));
    }

    /// <summary>Amounts out of "249", "£1,250.50", "£100 to £200" or "free"; null when it is none.</summary>
    public static (decimal From, decimal To)? Cost(string text)
    {
        var plain = text.Trim().ToLowerInvariant();
        if (plain is "free" or "no cost" or "nil")
        {
            return (0, 0);
        }

        return Amounts().Match(plain) is { Success: true } amounts
            && decimal.TryParse(amounts.Groups["from"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var from)
            ? (from, decimal.TryParse(amounts.Groups["to"].Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var to) ? to : from)
            : null;
    }

    /// <summary>True for an address that begins with http:// or https:// and can stand in a link.</summary>
    public static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !url.AsSpan().ContainsAny("<> \n\t");

    [GeneratedRegex(@"^(\d{1,3}):([0-5]\d)$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:(?<half>half an?|½)|(?<number>\d{1,6}(?:\.\d{1,3})?))\s*(?<unit>days?|d|hours?|hrs?|hr|h|minutes?|mins?|min|m)\b")]
    private static partial Regex Length();

    [GeneratedRegex(@"^(?:(?:half an?|½|\d{1,6}(?:\.\d{1,3})?)\s*(?:days?|d|hours?|hrs?|hr|h|minutes?|mins?|min|m)\b[\s,]*(?:and\s+)?)+$")]
    private static partial Regex Lengths();

    [GeneratedRegex(@"^(?:£|gbp)?\s*(?<from>\d[\d,]*(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(?:£|gbp)?\s*(?<to>\d[\d,]*(?:\.\d+)?))?\s*(?:gbp|pounds)?(?:\s*(?:per|a) (?:person|head))?$")]
    private static partial Regex Amounts();
}
