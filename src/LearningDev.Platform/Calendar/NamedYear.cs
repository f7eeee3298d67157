using System.Globalization;

namespace LearningDev.Platform.Calendar;

/// <summary>A year that need not begin on 1 January: a leave year, a financial year, a municipal year, an electoral cycle.</summary>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day.</param>
public sealed record NamedYear(DateOnly Start, DateOnly End)
{
    /// <summary>The name as people say it: "2026 to 2027", or "2026" for a calendar year (GOV.UK style guide).</summary>
    public string Name => Start.Year == End.Year
        ? Start.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Start.Year} to {End.Year}");

    /// <summary>True for a day of the year.</summary>
    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>The year of a day, where every year begins on the same day. A year from 29 February begins on 28 February where there is no 29th.</summary>
    /// <param name="start">The day on which every year begins.</param>
    /// <param name="day">The day.</param>
    public static NamedYear Of(DayMonth start, DateOnly day)
    {
        var year = day >= start.In(day.Year) ? day.Year : day.Year - 1;
        // The calendar of .NET has the years 1 to 9999.
        return new NamedYear(
            year < DateOnly.MinValue.Year ? DateOnly.MinValue : start.In(year),
            year >= DateOnly.MaxValue.Year ? DateOnly.MaxValue : start.In(year + 1).AddDays(-1));
    }

    /// <summary>The municipal year of a day: from an annual meeting of the council to the day before the next (Local Government Act 1972, schedule 12).</summary>
    /// <param name="settings">The usual day of the meeting, and the years in which it is another one.</param>
    /// <param name="day">The day, from the year 2 to 9998.</param>
    public static NamedYear Municipal(CalendarSettings settings, DateOnly day)
    {
        var year = day >= AnnualMeeting(settings, day.Year) ? day.Year : day.Year - 1;
        return new NamedYear(AnnualMeeting(settings, year), AnnualMeeting(settings, year + 1).AddDays(-1));
    }

    /// <summary>The day of a year's annual meeting.</summary>
    public static DateOnly AnnualMeeting(CalendarSettings settings, int year) =>
        settings.AnnualMeetings.Find(meeting => meeting.Date.Year == year)?.Date
        ?? InMay(year, settings.AnnualMeetingWeekday, settings.AnnualMeetingWeek);

    /// <summary>
    /// The electoral cycle of a day: from an election of the whole council to the day before the next. Elections other than the one in the
    /// settings are on the first Thursday in May (Representation of the People Act 1983, section 37).
    /// </summary>
    /// <param name="settings">An election, and the years between elections.</param>
    /// <param name="day">The day.</param>
    public static NamedYear Electoral(CalendarSettings settings, DateOnly day)
    {
        var every = settings.ElectionEveryYears;
        var cycle = Math.DivRem(day.Year - settings.ElectionDay.Year, every, out var rest) - (rest < 0 ? 1 : 0);
        // In the year of an election the days before it belong to the cycle that ends.
        if (day < Election(cycle))
        {
            cycle--;
        }

        return new NamedYear(Election(cycle), Election(cycle + 1).AddDays(-1));

        DateOnly Election(int number) => number == 0 ? settings.ElectionDay : InMay(settings.ElectionDay.Year + (number * every), DayOfWeek.Thursday, 1);
    }

    private static DateOnly InMay(int year, DayOfWeek weekday, int number)
    {
        var first = new DateOnly(year, 5, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + (7 * (number - 1)));
    }
}
