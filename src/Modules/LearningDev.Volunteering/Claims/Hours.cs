using System.Globalization;

namespace LearningDev.Volunteering.Claims;

/// <summary>Reads and writes hours; they are kept as minutes.</summary>
internal static class Hours
{
    /// <summary>The number of hours, for example "7.4".</summary>
    public static string Number(int minutes) => (minutes / 60m).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Hours in words, for example "1 hour" or "7.4 hours".</summary>
    public static string Words(int minutes) => $"{Number(minutes)} {(minutes == 60 ? "hour" : "hours")}";

    /// <summary>A piece of time in words, for example "15 minutes" or "1 hour".</summary>
    public static string Piece(int minutes) => minutes % 60 == 0 ? Words(minutes) : minutes == 1 ? "1 minute" : $"{minutes} minutes";

    /// <summary>Reads hours as a person types them, for example "7.4"; null for anything that is no number of hours up to 1,000.</summary>
    public static int? Read(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours <= 1000
            ? (int)decimal.Round(hours * 60, MidpointRounding.AwayFromZero) : null;
}
