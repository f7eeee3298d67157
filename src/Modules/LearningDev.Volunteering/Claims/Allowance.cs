using LearningDev.Platform.Calendar;

namespace LearningDev.Volunteering.Claims;

/// <summary>How much leave the rules give, in minutes.</summary>
internal static class Allowance
{
    /// <summary>What somebody can have in a leave year.</summary>
    /// <param name="rules">The council's rules.</param>
    /// <param name="year">The leave year.</param>
    /// <param name="fraction">The person's hours as a fraction of full time.</param>
    /// <param name="startsOn">The first day of employment; null when it is not known.</param>
    /// <param name="leavesOn">The last day of employment; null while none is known.</param>
    public static int Of(VolunteeringSettings rules, NamedYear year, decimal fraction, DateOnly? startsOn, DateOnly? leavesOn)
    {
        var first = startsOn > year.Start ? startsOn.Value : year.Start;
        var last = leavesOn < year.End ? leavesOn.Value : year.End;
        if (last < first)
        {
            return 0;
        }

        var whole = (int)decimal.Round(rules.DaysAYear * rules.HoursADay * 60, MidpointRounding.AwayFromZero);
        var days = year.End.DayNumber - year.Start.DayNumber + 1;
        var employed = rules.PartYear ? last.DayNumber - first.DayNumber + 1 : days;
        var share = whole * (rules.ProRata ? Math.Clamp(fraction, 0m, 1m) : 1m) * employed / days;
        return Math.Min(whole, (int)decimal.Ceiling(share / rules.RoundToMinutes) * rules.RoundToMinutes);
    }

    /// <summary>The leave that own time brings, in whole pieces of time.</summary>
    public static int Matched(VolunteeringSettings rules, int ownMinutes) => (int)(ownMinutes * rules.MatchRatio / rules.SmallestMinutes) * rules.SmallestMinutes;

    /// <summary>True for what is made of whole pieces of time, or is whole working days, or all that there is.</summary>
    public static bool IsWhole(VolunteeringSettings rules, int minutes, int all) =>
        minutes % rules.SmallestMinutes == 0 || minutes % rules.DayMinutes == 0 || minutes == all;

    /// <summary>The last day on which the agreed leave of a year can be taken.</summary>
    public static DateOnly LastDayOf(VolunteeringSettings rules, NamedYear year) =>
        // The day before, some months after the day on which the next year begins: ends of months are of different length.
        rules.CarryOverMonths == 0 ? year.End : year.End.AddDays(1).AddMonths(rules.CarryOverMonths).AddDays(-1);
}
