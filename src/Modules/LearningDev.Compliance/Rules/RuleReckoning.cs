using LearningDev.Compliance.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Ui;

namespace LearningDev.Compliance.Rules;

/// <summary>
/// Reckons where somebody stands with a rule on a day (CMP-01). What holds of every answer: while a stint and its facts stay the same, a standing never gets better
/// as days pass; one more completion makes neither the standing, nor the day, nor the leave to sit worse; the order of completions does not matter.
/// </summary>
/// <param name="calendar">When municipal years and electoral cycles begin.</param>
/// <param name="refresherLeadDays">How many days before its day a refresher counts as due.</param>
/// <param name="cycleLeadDays">How many days before the end of the electoral cycle the training that is needed once more counts as due.</param>
internal sealed class RuleReckoning(CalendarSettings calendar, int refresherLeadDays, int cycleLeadDays)
{
    /// <summary>Where somebody stands; null when they belong to none of the rule's groups on the day.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="periods">The person's periods in groups; those of other groups than the rule's do not matter.</param>
    /// <param name="completions">The days on which the person has attended what the rule asks for; later ones than the day do not count.</param>
    /// <param name="exemptions">The times in which the rule does not apply to the person.</param>
    /// <param name="day">The day.</param>
    public RequirementState? StateOf(
        string personId, TrainingRule rule, IReadOnlyList<GroupPeriod> periods, IReadOnlyCollection<DateOnly> completions, IReadOnlyCollection<ExemptTime> exemptions, DateOnly day)
    {
        List<GroupPeriod> own = [.. periods.Where(period => period.PersonId == personId && rule.GroupKeys.Contains(period.GroupKey))];
        if (Stint.On(own, calendar, day) is not { } stint)
        {
            return null;
        }

        HashSet<DateOnly> done = [.. completions.Where(completion => completion <= day)];
        DateOnly? last = done.Count > 0 ? done.Max() : null;
        List<string> groups = [.. rule.GroupKeys.Where(key => own.Exists(period => period.GroupKey == key && period.Contains(day)))];
        if (exemptions.Where(exemption => exemption.Contains(day)).MaxBy(exemption => exemption.Until ?? DateOnly.MaxValue) is { } exempt)
        {
            return new RequirementState(
                personId, rule.Key, Standing.Exempt, DueOn: null, last, MaySit: true, groups, exempt.Until is { } until ? $"Exempt until {DateWords.Day(until)}" : "Exempt");
        }

        var needs = NeedsOf(rule, stint, done, last);
        List<Need> open = [.. needs.Where(need => need.OpensOn <= day)];
        var standing = open.Exists(need => need.By is null || need.By < day) ? Standing.Overdue : open.Count > 0 ? Standing.Due : Standing.Done;
        var next = (open.Count > 0 ? open : needs).OrderBy(need => need.By ?? DateOnly.MinValue).FirstOrDefault();
        var maySit = !open.Exists(need => need.By is null || (need.StopsSitting && need.By < day));
        return new RequirementState(
            personId, rule.Key, standing, next?.By, last, maySit, groups, standing == Standing.Done ? Attended(last, next) : next!.Words(day, maySit));
    }

    private List<Need> NeedsOf(TrainingRule rule, Stint stint, HashSet<DateOnly> done, DateOnly? last)
    {
        List<Need> needs = [];
        var isReleased = rule.IsUnlessAttended && last is not null;
        if (!isReleased)
        {
            if (rule.IsBeforeSitting && !HoldsForSitting(rule, stint, last))
            {
                needs.Add(Need.BeforeSitting(stint.From, last));
            }

            if (rule.InductionDays is { } days && !done.Any(day => day >= stint.Cycle.Start))
            {
                needs.Add(Need.Until(stint.From.AddDays(days), stint.From, "Needed at induction, by", "Was needed at induction, by"));
            }

            if (rule.YearDays is { } yearDays)
            {
                needs.Add(EachYear(stint, last, yearDays));
            }

            if (rule.IsOnceMoreInCycle && OnceMore(rule, stint, done) is { } onceMore)
            {
                needs.Add(onceMore);
            }
        }

        if (rule.RefresherMonths > 0 && Refresher(rule, stint, last) is { } refresher)
        {
            needs.Add(refresher);
        }

        return needs;
    }

    private static bool HoldsForSitting(TrainingRule rule, Stint stint, DateOnly? last) =>
        last is not null && (rule.SittingHoldsMonths == 0 || last >= stint.From.AddMonths(-rule.SittingHoldsMonths));

    /// <summary>The first municipal year of the stint that has no attendance yet, also none in a later one.</summary>
    private Need EachYear(Stint stint, DateOnly? last, int days)
    {
        var year = NamedYear.Municipal(calendar, stint.From);
        if (last is { } attended && attended >= year.Start)
        {
            year = NamedYear.Municipal(calendar, NamedYear.Municipal(calendar, attended).End.AddDays(1));
        }

        var from = year.Start > stint.From ? year.Start : stint.From;
        return Need.Until(from.AddDays(days), from, "Needed in each municipal year, by", "Was needed in the municipal year, by");
    }

    private Need? OnceMore(TrainingRule rule, Stint stint, HashSet<DateOnly> done)
    {
        var isAtInduction = rule.InductionDays is not null;
        var opensOn = stint.Cycle.End.AddDays(-cycleLeadDays);
        // Who joins as late as that attends at induction, and the next election is near.
        return (isAtInduction && stint.From >= opensOn) || done.Count(day => day >= stint.Cycle.Start) >= (isAtInduction ? 2 : 1)
            ? null
            : Need.Until(stint.Cycle.End, opensOn, "Needed once more in this electoral cycle, by", "Was needed once more in the electoral cycle, by");
    }

    private Need? Refresher(TrainingRule rule, Stint stint, DateOnly? last)
    {
        DateOnly[] first =
        [
            .. rule.IsBeforeSitting ? [stint.From] : Array.Empty<DateOnly>(),
            .. rule.InductionDays is { } days ? [stint.From.AddDays(days)] : Array.Empty<DateOnly>(),
            .. rule.YearDays is { } yearDays ? [stint.From.AddDays(yearDays)] : Array.Empty<DateOnly>(),
        ];
        if (last is null && first.Length > 0)
        {
            return null;
        }

        // A refresher is never due before the day on which somebody who has never attended would have to: having attended long ago must not be worse than never.
        var earliest = first.Length > 0 ? first.Min() : stint.From.AddMonths(rule.RefresherMonths);
        var by = last is { } attended && attended.AddMonths(rule.RefresherMonths) > earliest ? attended.AddMonths(rule.RefresherMonths) : earliest;
        return Need.Until(by, by.AddDays(-refresherLeadDays), last is null ? "Needed by" : "Refresher needed by", last is null ? "Was needed by" : "The refresher was needed by") with
        {
            StopsSitting = rule.IsBeforeSitting && rule.DoesRefresherStopSitting,
        };
    }

    private static string Attended(DateOnly? last, Need? next) => (last, next?.By) switch
    {
        ({ } attended, { } by) => $"Attended on {DateWords.Day(attended)}, next by {DateWords.Day(by)}",
        ({ } attended, null) => $"Attended on {DateWords.Day(attended)}",
        (null, { } by) => $"Needed by {DateWords.Day(by)}",
        _ => "Nothing is needed",
    };

    /// <summary>Something that is to be attended.</summary>
    /// <param name="By">The last day; null when it is needed before sitting on a committee.</param>
    /// <param name="OpensOn">The day from which it counts as due.</param>
    /// <param name="Ahead">The words before the day while it has not passed.</param>
    /// <param name="Late">The words before the day when it has passed; without a day, the whole sentence.</param>
    private sealed record Need(DateOnly? By, DateOnly OpensOn, string Ahead, string Late)
    {
        public bool StopsSitting { get; init; }

        public string Words(DateOnly day, bool maySit) => By is not { } by ? Late
            : by >= day ? $"{Ahead} {DateWords.Day(by)}"
            : StopsSitting && !maySit ? $"{Late} {DateWords.Day(by)}; needed to go on sitting on the committee" : $"{Late} {DateWords.Day(by)}";

        public static Need Until(DateOnly by, DateOnly opensOn, string ahead, string late) => new(by, opensOn, ahead, late);

        public static Need BeforeSitting(DateOnly from, DateOnly? last) => new(
            null, from, "",
            last is { } attended ? $"Last attended on {DateWords.Day(attended)}, too long before the appointment; needed before sitting on the committee" : "Not yet attended; needed before sitting on the committee");
    }
}
