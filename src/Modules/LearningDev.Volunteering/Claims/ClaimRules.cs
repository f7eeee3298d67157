using LearningDev.Platform.Calendar;
using LearningDev.Platform.Ui;

namespace LearningDev.Volunteering.Claims;

/// <summary>What is wrong with a claim.</summary>
/// <param name="Key">The field: a name, or a row's, for example "Rows[1].Hours"; empty for the whole.</param>
/// <param name="Message">What is wrong and how to put it right, without a full stop.</param>
internal sealed record ClaimFault(string Key, string Message);

/// <summary>A day and how long, in minutes.</summary>
internal readonly record struct DayTime(DateOnly Day, int Minutes);

/// <summary>Judges own time and leave by the council's rules (VOL-02).</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Year">The leave year in which it is claimed.</param>
/// <param name="WorkingDays">The council's working days.</param>
/// <param name="Today">Today in the portal's time zone.</param>
internal sealed record ClaimRules(VolunteeringSettings Rules, NamedYear Year, WorkingDays WorkingDays, DateOnly Today)
{
    public const int MostRows = 60;
    public const string Rows = "Rows";
    public const string Day = "Day";
    public const string HoursField = "Hours";

    private const int MinutesOfADay = 24 * 60;

    /// <summary>The first day of which own time counts.</summary>
    public DateOnly FirstOwnDay => Rules.OwnTimeMonths == 0 ? Year.Start : Today.AddMonths(-Rules.OwnTimeMonths);

    /// <summary>Looks at days of own time.</summary>
    /// <param name="days">The days in the order of the form.</param>
    /// <param name="claimed">Days that stand in other claims of the person.</param>
    public IEnumerable<ClaimFault> OwnTime(IReadOnlyList<DayTime> days, IReadOnlySet<DateOnly> claimed)
    {
        if (days.Count == 0)
        {
            yield return new ClaimFault("", "Enter at least one day on which you volunteered in your own time");
        }

        foreach (var (row, day) in days.Index())
        {
            if (day.Day > Today)
            {
                yield return At(row, Day, "Date must be today or in the past");
            }
            else if (day.Day < FirstOwnDay)
            {
                yield return At(row, Day, $"Date must be {DateWords.Day(FirstOwnDay)} or later: earlier own time does not count any more");
            }
            else if (days.Take(row).Any(other => other.Day == day.Day))
            {
                yield return At(row, Day, $"{DateWords.Day(day.Day)} is there twice. Put the hours of one day together");
            }
            else if (claimed.Contains(day.Day))
            {
                yield return At(row, Day, $"You have already claimed own time of {DateWords.Day(day.Day)} in another claim");
            }

            if (day.Minutes is <= 0 or > MinutesOfADay)
            {
                yield return At(row, HoursField, "Hours must be more than 0 and no more than 24");
            }
            else if (day.Minutes % Rules.SmallestMinutes != 0)
            {
                yield return At(row, HoursField, $"Hours must be in pieces of {Hours.Piece(Rules.SmallestMinutes)}, for example {Hours.Number(Nearest(day.Minutes))}");
            }
        }
    }

    /// <summary>Looks at the leave that is wanted.</summary>
    /// <param name="wanted">How much, in minutes.</param>
    /// <param name="days">The days on which it is to be taken, as far as they are known.</param>
    /// <param name="ownMinutes">The own time of the claim.</param>
    /// <param name="left">What is left of the person's leave in the year without this claim.</param>
    public IEnumerable<ClaimFault> Leave(int wanted, IReadOnlyList<DayTime> days, int ownMinutes, int left)
    {
        var matched = Allowance.Matched(Rules, ownMinutes);
        var most = Math.Min(matched, left);
        if (wanted <= 0)
        {
            yield return new ClaimFault(HoursField, "Hours of leave must be more than 0");
        }
        else if (wanted > matched)
        {
            yield return new ClaimFault(HoursField, $"Hours of leave must be {Hours.Number(matched)} or less: {Hours.Words(ownMinutes)} of own time bring no more");
        }
        else if (wanted > left)
        {
            yield return new ClaimFault(HoursField, left == 0
                ? $"You have no leave for volunteering left in {Year.Name}"
                : $"Hours of leave must be {Hours.Number(left)} or less: that is what you have left in {Year.Name}");
        }
        else if (!Allowance.IsWhole(Rules, wanted, most))
        {
            yield return new ClaimFault(HoursField, $"Hours of leave must be in pieces of {Hours.Piece(Rules.SmallestMinutes)}, for example {Hours.Number(Nearest(wanted))}");
        }

        foreach (var (row, day) in days.Index())
        {
            if (DayFault(day.Day) is { } fault)
            {
                yield return At(row, Day, fault);
            }
            else if (day.Day < Today)
            {
                yield return At(row, Day, "Date must be today or in the future: leave is agreed first and taken then");
            }
            else if (days.Take(row).Any(other => other.Day == day.Day))
            {
                yield return At(row, Day, $"{DateWords.Day(day.Day)} is there twice");
            }

            if (day.Minutes <= 0 || day.Minutes > Rules.DayMinutes)
            {
                yield return At(row, HoursField, $"Hours must be more than 0 and no more than a working day of {Hours.Words(Rules.DayMinutes)}");
            }
        }

        if (wanted > 0 && days.Sum(day => day.Minutes) > wanted)
        {
            yield return new ClaimFault(HoursField, $"The days come to {Hours.Words(days.Sum(day => day.Minutes))}, which is more than the leave that you want");
        }
    }

    /// <summary>Looks at leave that was taken.</summary>
    /// <param name="taken">The day and how long.</param>
    /// <param name="sameDay">What is recorded for that day already, in minutes.</param>
    /// <param name="toTake">What was agreed and is not taken yet, in minutes.</param>
    public IEnumerable<ClaimFault> Taken(DayTime taken, int sameDay, int toTake)
    {
        if (taken.Day > Today)
        {
            yield return new ClaimFault(Day, "Date must be today or in the past: record leave when it is taken");
        }
        else if (DayFault(taken.Day) is { } fault)
        {
            yield return new ClaimFault(Day, fault);
        }

        if (taken.Minutes <= 0)
        {
            yield return new ClaimFault(HoursField, "Hours must be more than 0");
        }
        else if (taken.Minutes > toTake)
        {
            yield return new ClaimFault(HoursField, toTake == 0 ? "All the leave of this claim is recorded already" : $"Hours must be {Hours.Number(toTake)} or less: no more was agreed");
        }
        else if (taken.Minutes + sameDay > Rules.DayMinutes)
        {
            yield return new ClaimFault(HoursField, sameDay == 0
                ? $"Hours must be no more than a working day of {Hours.Words(Rules.DayMinutes)}"
                : $"{Hours.Words(sameDay)} are recorded for that day already, and a working day has {Hours.Words(Rules.DayMinutes)}");
        }
        else if (!Allowance.IsWhole(Rules, taken.Minutes, toTake))
        {
            yield return new ClaimFault(HoursField, $"Hours must be in pieces of {Hours.Piece(Rules.SmallestMinutes)}, for example {Hours.Number(Nearest(taken.Minutes))}");
        }
    }

    private string? DayFault(DateOnly day)
    {
        var last = Allowance.LastDayOf(Rules, Year);
        return day < Year.Start || day > last ? $"Date must be from {DateWords.Day(Year.Start)} to {DateWords.Day(last)}, the time for leave of {Year.Name}"
            : !WorkingDays.IsWorkingDay(day) ? $"{DateWords.Day(day)} is not a working day"
            : null;
    }

    private int Nearest(int minutes) => Math.Max(Rules.SmallestMinutes, minutes / Rules.SmallestMinutes * Rules.SmallestMinutes);

    private static ClaimFault At(int row, string field, string message) => new($"{Rows}[{row}].{field}", message);
}
