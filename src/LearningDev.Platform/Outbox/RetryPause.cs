namespace LearningDev.Platform.Outbox;

/// <summary>How long a message waits after a failed attempt: twice as long each time up to a limit, and by chance up to a quarter more.</summary>
internal static class RetryPause
{
    /// <summary>The pause after an attempt.</summary>
    /// <param name="settings">The first and the longest pause.</param>
    /// <param name="attempt">1 after the first attempt.</param>
    /// <param name="chance">From 0 to 1, so that messages that failed together are not tried together.</param>
    public static TimeSpan After(OutboxSettings settings, int attempt, double chance)
    {
        var first = Math.Max(1, settings.FirstPauseSeconds);
        var longest = Math.Max(first, 60.0 * settings.LongestPauseMinutes);
        var seconds = Math.Min(longest, first * Math.Pow(2, Math.Clamp(attempt - 1, 0, 40)));
        return TimeSpan.FromSeconds(seconds * (1 + (Math.Clamp(chance, 0, 1) / 4)));
    }
}
