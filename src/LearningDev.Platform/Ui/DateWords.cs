using System.Globalization;
using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Ui;

/// <summary>
/// Writes days and times as people read them, "22 November 2026" and "2:30pm" (GOV.UK style guide), and turns moments into the
/// portal's time zone and back.
/// </summary>
public sealed class DateWords(ISettings settings)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A day, for example "22 November 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>A time of day, for example "9am", "2:30pm", "midday" or "midnight".</summary>
    public static string Time(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        _ => time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", CultureInfo.InvariantCulture).ToLowerInvariant(),
    };

    /// <summary>A moment in the portal's time zone, for example "22 November 2026 at 2:30pm".</summary>
    /// <param name="utc">The moment in UTC.</param>
    public async Task<string> MomentAsync(DateTime utc)
    {
        var local = await LocalAsync(utc);
        return $"{Day(DateOnly.FromDateTime(local))} at {Time(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>The day of a moment in the portal's time zone, for example "22 November 2026".</summary>
    /// <param name="utc">The moment in UTC.</param>
    public async Task<string> DayAsync(DateTime utc) => Day(DateOnly.FromDateTime(await LocalAsync(utc)));

    /// <summary>What the clock on the wall shows at a moment.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public async Task<DateTime> LocalAsync(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), await ZoneAsync());

    /// <summary>The moment at which the clock on the wall shows a time; the first of the two in the hour that comes twice.</summary>
    /// <param name="local">Day and time on the wall.</param>
    /// <returns>The moment in UTC; null for a time that is skipped when clocks go forward.</returns>
    public async Task<DateTime?> UtcAsync(DateTime local) => await MomentsAsync(local) is [var first, ..] ? first : null;

    /// <summary>The moments at which the clock on the wall shows a time, the earlier first.</summary>
    /// <param name="local">Day and time on the wall.</param>
    /// <returns>One moment in UTC; none for a time that is skipped when clocks go forward, two in the hour that comes twice when they go back.</returns>
    public async Task<IReadOnlyList<DateTime>> MomentsAsync(DateTime local)
    {
        var zone = await ZoneAsync();
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return zone.IsInvalidTime(local) ? []
            : zone.IsAmbiguousTime(local)
                ? [.. zone.GetAmbiguousTimeOffsets(local).OrderDescending().Select(offset => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc))]
            : [TimeZoneInfo.ConvertTimeToUtc(local, zone)];
    }

    private async Task<TimeZoneInfo> ZoneAsync() => TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<SiteSettings>()).TimeZoneId);
}
