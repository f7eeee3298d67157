using System.Globalization;

namespace LearningDev.Catalogue.Entries;

/// <summary>Says lengths and costs as people do.</summary>
internal static class LearningWords
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"45 minutes", "1 hour 30 minutes", "Half a day", "2 days"; null when no length is known.</summary>
    /// <param name="minutes">The length in minutes.</param>
    /// <param name="minutesPerDay">How many minutes of learning a day has.</param>
    public static string? Length(decimal? minutes, int minutesPerDay)
    {
        if (minutes is not > 0)
        {
            return null;
        }

        var halfDays = minutes.Value / (minutesPerDay / 2m);
        if (halfDays == 1)
        {
            return "Half a day";
        }

        if (halfDays >= 2 && halfDays == decimal.Floor(halfDays))
        {
            var days = decimal.Floor(halfDays / 2);
            return halfDays % 2 == 0 ? Count(days, "day") : $"{days:0}½ days";
        }

        var hours = decimal.Floor(minutes.Value / 60);
        var rest = minutes.Value - (hours * 60);
        return string.Join(' ', new[] { hours > 0 ? Count(hours, "hour") : null, rest > 0 ? Count(rest, "minute") : null }.OfType<string>());
    }

    /// <summary>"Free", "£1,895 per person", "£18,000 to £22,000 per person"; null when no cost is known.</summary>
    public static string? Cost(decimal? from, decimal? to) => (from, to ?? from) switch
    {
        (null, null) => null,
        (0 or null, 0) => "Free",
        (null or 0, { } upTo) => $"Up to {Pounds(upTo)} per person",
        ({ } exact, { } upTo) when exact == upTo => $"{Pounds(exact)} per person",
        ({ } least, { } most) => $"{Pounds(least)} to {Pounds(most)} per person",
        _ => null,
    };

    /// <summary>"£1,250" or "£1,250.50".</summary>
    public static string Pounds(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "C0" : "C2", British);

    private static string Count(decimal number, string noun) => number == 1 ? $"1 {noun}" : $"{number:0} {noun}s";
}
