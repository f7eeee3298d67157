namespace LearningDev.Platform.Notifications;

/// <summary>The part of the day in which people are not disturbed, by the clock on the wall.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; before <paramref name="From"/> when it goes over midnight. The same as it when there are no quiet hours.</param>
/// <param name="Zone">The time zone of the clock.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until, TimeZoneInfo Zone)
{
    /// <summary>True when a moment is within the quiet hours; their end is not.</summary>
    /// <param name="utc">The moment in UTC.</param>
    public bool Has(DateTime utc)
    {
        var time = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
        return From < Until ? time >= From && time < Until : From > Until && (time >= From || time < Until);
    }

    /// <summary>The earliest moment from a given one on that is not within the quiet hours.</summary>
    /// <param name="utc">The given moment in UTC.</param>
    public DateTime EndAfter(DateTime utc)
    {
        if (!Has(utc))
        {
            return utc;
        }

        // When clocks go back, the hours may be left backwards, to a time before they began.
        const int halfHours = 54;
        var first = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.FromMinutes(30).Ticks), DateTimeKind.Utc);
        var changes = Enumerable.Range(1, halfHours).Select(number => first.AddMinutes(30 * number)).Where(at => Zone.GetUtcOffset(at) != Zone.GetUtcOffset(at.AddMinutes(-1)));
        // The end comes a day later at most, or twice in a night in which clocks go back.
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
        return (
            from moment in Enumerable.Range(-1, 4).SelectMany(day => WallClock.Moments(Zone, today.AddDays(day).ToDateTime(Until))).Concat(changes)
            where moment >= utc && !Has(moment)
            orderby moment
            select moment).First();
    }
}

/// <summary>When the clock on the wall shows a time.</summary>
internal static class WallClock
{
    /// <summary>
    /// The moments at which the clock comes to a time: one on most days, two when it is set back over the time. When it is set forward over the time, the moment at which
    /// that is done.
    /// </summary>
    /// <param name="zone">The clock's time zone.</param>
    /// <param name="local">Day and time on the wall, in whole minutes.</param>
    /// <returns>The moments in UTC, the earlier first.</returns>
    public static IReadOnlyList<DateTime> Moments(TimeZoneInfo zone, DateTime local)
    {
        var last = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(last))
        {
            return [.. zone.GetAmbiguousTimeOffsets(last).OrderDescending().Select(offset => DateTime.SpecifyKind(last - offset, DateTimeKind.Utc))];
        }

        if (!zone.IsInvalidTime(last))
        {
            return [TimeZoneInfo.ConvertTimeToUtc(last, zone)];
        }

        while (zone.IsInvalidTime(last))
        {
            last = last.AddMinutes(-1);
        }

        return [TimeZoneInfo.ConvertTimeToUtc(last, zone).AddMinutes(1)];
    }

    /// <summary>The first moment after a given one at which the clock comes to an hour.</summary>
    /// <param name="zone">The clock's time zone.</param>
    /// <param name="hour">The hour, from 0 to 23.</param>
    /// <param name="utc">The given moment in UTC.</param>
    public static DateTime NextHour(TimeZoneInfo zone, int hour, DateTime utc)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, zone));
        return Enumerable.Range(0, 3).Select(day => Moments(zone, today.AddDays(day).ToDateTime(new TimeOnly(hour, 0)))[0]).First(moment => moment > utc);
    }
}
