using LearningDev.Platform.Ui;

namespace LearningDev.Platform.Calendar;

/// <summary>
/// Counts working days: the weekdays that the council works, without bank holidays and closed days. <see cref="WorkingCalendar"/> gives the
/// council's. Whoever shows a result beyond what is known says so with <see cref="Doubt"/>.
/// </summary>
public sealed class WorkingDays
{
    // More than the calendar has.
    private const int MostWeeks = 600_000;

    private readonly HashSet<DayOfWeek> weekdays;
    private readonly SortedSet<DateOnly> closed;
    private readonly DateOnly knownUntil;

    /// <summary>Counts the working days of a week without the given days.</summary>
    /// <param name="weekdays">The days of the week that are worked; at least one.</param>
    /// <param name="closed">The days that are not worked although their weekday is.</param>
    /// <param name="knownUntil">The last day of which it is known whether it is a bank holiday.</param>
    /// <exception cref="ArgumentException">No day of the week is worked.</exception>
    public WorkingDays(IEnumerable<DayOfWeek> weekdays, IEnumerable<DateOnly> closed, DateOnly knownUntil)
    {
        this.weekdays = [.. weekdays];
        if (this.weekdays.Count == 0)
        {
            throw new ArgumentException("At least one day of the week must be worked.", nameof(weekdays));
        }

        this.closed = [.. closed.Where(day => this.weekdays.Contains(day.DayOfWeek))];
        this.knownUntil = knownUntil;
    }

    /// <summary>True for a day that is worked.</summary>
    public bool IsWorkingDay(DateOnly day) => weekdays.Contains(day.DayOfWeek) && !closed.Contains(day);

    /// <summary>The day itself when it is worked, else the next one that is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none before the end of the year 9999.</exception>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// The n-th working day after a day, or before it where <paramref name="count"/> is negative. The day itself does not count;
    /// 0 gives the day itself, worked or not.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The result is outside the years 1 to 9999.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        // Whole weeks first, but for the last: a week never has more working days than its weekdays, so this cannot go too far.
        while (count > 2 * weekdays.Count || count < -2 * weekdays.Count)
        {
            var weeks = Math.Clamp((count / weekdays.Count) - Math.Sign(count), -MostWeeks, MostWeeks);
            var there = day.AddDays(7 * weeks);
            count -= WorkingDaysBetween(day, there);
            day = there;
        }

        var step = Math.Sign(count);
        while (count != 0)
        {
            day = day.AddDays(step);
            count -= IsWorkingDay(day) ? step : 0;
        }

        return day;
    }

    /// <summary>
    /// How many working days there are from one day to another: the first does not count, the last does, as in "within 5 working days of".
    /// Negative when <paramref name="to"/> is earlier. It undoes <see cref="AddWorkingDays"/>.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            // Back from a day, that day does not count and the earlier one does.
            return -CountAfter(to, from) + Counted(from) - Counted(to);
        }

        return CountAfter(from, to);
    }

    /// <summary>The sentence that says that bank holidays up to a day are not known yet; null when they are.</summary>
    /// <param name="until">The last day that was counted.</param>
    public string? Doubt(DateOnly until) =>
        until <= knownUntil ? null : $"Bank holidays after {DateWords.Day(knownUntil)} have not been published yet, so this date may change";

    private int Counted(DateOnly day) => IsWorkingDay(day) ? 1 : 0;

    // The working days after the first day, up to the last.
    private int CountAfter(DateOnly first, DateOnly last)
    {
        var days = last.DayNumber - first.DayNumber;
        var count = days / 7 * weekdays.Count;
        for (var rest = 0; rest < days % 7; rest++)
        {
            count += weekdays.Contains(last.AddDays(-rest).DayOfWeek) ? 1 : 0;
        }

        return count - (first == last ? 0 : closed.GetViewBetween(first.AddDays(1), last).Count);
    }
}
