using System.Globalization;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.Calendar;

namespace LearningDev.Tests.Compliance.Rules.Pure;

/// <summary>Writes rules, periods and answers in few words. The council elects on 4 May 2023 and every four years, and meets on the third Wednesday in May.</summary>
internal static class RuleCases
{
    public const string Person = "person";

    /// <summary>Of the rules by which the cases are reckoned.</summary>
    public static TrainingRule Rule(string name) => name switch
    {
        "induction" => New("all", "co") with { InductionDays = 90 },
        "ethics" => New("all", "co") with { InductionDays = 90, IsOnceMoreInCycle = true },
        "cycle" => New("all") with { IsOnceMoreInCycle = true },
        "sit" => New("planning") with { IsBeforeSitting = true, SittingHoldsMonths = 12 },
        "planning" => New("planning") with { IsBeforeSitting = true, SittingHoldsMonths = 12, RefresherMonths = 12 },
        "strict" => New("planning") with { IsBeforeSitting = true, SittingHoldsMonths = 12, RefresherMonths = 12, DoesRefresherStopSitting = true },
        "sit or induction" => New("planning") with { IsBeforeSitting = true, InductionDays = 90 },
        "year" => New("chairs") with { YearDays = 60 },
        "chairing" => New("chairs") with { YearDays = 60, IsUnlessAttended = true },
        "refresher" => New("all") with { RefresherMonths = 24 },
        "induction and refresher" => New("all") with { InductionDays = 90, RefresherMonths = 12 },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such rule."),
    };

    /// <summary>Reads "all 2023-05-08..2027-05-10; planning 2024-05-15..": groups with the first and the last day.</summary>
    public static IReadOnlyList<GroupPeriod> Periods(string text) =>
    [
        .. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one =>
        {
            var space = one.LastIndexOf(' ');
            var (from, until) = Span(one[(space + 1)..]);
            return new GroupPeriod(Person, one[..space], from, until);
        }),
    ];

    public static IReadOnlyList<DateOnly> Days(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day)];

    public static IReadOnlyList<ExemptTime> Exempt(string text) => text.Length == 0 ? [] : [new ExemptTime(Span(text).From, Span(text).Until)];

    /// <summary>What came out, for example "Due 2023-08-06", "Done, next 2027-05-05", "Overdue, not sitting" or "none".</summary>
    public static string Words(RequirementState? state) => state is null ? "none"
        : state.Standing + (state.DueOn is not { } day ? "" : (state.Standing == Standing.Done ? ", next " : " ") + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            + (state.MaySit ? "" : ", not sitting");

    public static RuleReckoning Reckoning(params string[] meetings) => new(
        new CalendarSettings { AnnualMeetings = [.. meetings.Select(meeting => new AnnualMeeting { Date = Day(meeting) })] }, refresherLeadDays: 90, cycleLeadDays: 365);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TrainingRule New(params string[] groups) => new() { Key = "rule", Name = "Training", GroupKeys = groups };

    private static (DateOnly From, DateOnly? Until) Span(string text)
    {
        var days = text.Split("..");
        return (Day(days[0]), days[1].Length == 0 ? null : Day(days[1]));
    }
}
