using System.Globalization;

namespace LearningDev.Partnerships.Together;

/// <summary>How minutes are written.</summary>
internal static class Durations
{
    /// <summary>For example "1 hour 30 minutes".</summary>
    public static string Words(int minutes)
    {
        var (hours, rest) = (minutes / 60, minutes % 60);
        var parts = new List<string>();
        if (hours > 0 || rest == 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{hours:#,0} {(hours == 1 ? "hour" : "hours")}"));
        }

        if (rest > 0)
        {
            parts.Add($"{rest} {(rest == 1 ? "minute" : "minutes")}");
        }

        return string.Join(' ', parts);
    }
}
