using LearningDev.Platform.Settings;

namespace LearningDev.Platform.Notifications;

/// <summary>The council's clock, for quiet hours and digests.</summary>
internal sealed class NotificationClock(ISettings settings, TimeProvider time)
{
    /// <summary>The day that it is now.</summary>
    public async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(time.GetUtcNow().UtcDateTime, await ZoneAsync()));

    /// <summary>The earliest moment from now on that is not within the quiet hours, in UTC.</summary>
    public async Task<DateTime> NextLoudAsync()
    {
        var rules = await settings.GetAsync<NotificationSettings>();
        return new QuietHours(Hour(rules.QuietFrom), Hour(rules.QuietUntil), await ZoneAsync()).EndAfter(time.GetUtcNow().UtcDateTime);
    }

    /// <summary>The first moment after a given one at which it is an hour, in UTC.</summary>
    /// <param name="hour">The hour, from 0 to 23.</param>
    /// <param name="utc">The given moment in UTC.</param>
    public async Task<DateTime> NextDigestAsync(int hour, DateTime utc) => WallClock.NextHour(await ZoneAsync(), Math.Clamp(hour, 0, 23), utc);

    private async Task<TimeZoneInfo> ZoneAsync() => TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<SiteSettings>()).TimeZoneId);

    private static TimeOnly Hour(int hour) => new(Math.Clamp(hour, 0, 23), 0);
}
