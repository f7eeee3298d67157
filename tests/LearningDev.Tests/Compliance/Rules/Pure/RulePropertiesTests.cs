using FsCheck;
using FsCheck.Fluent;
using LearningDev.Compliance.Contracts;
using LearningDev.Compliance.Rules;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Compliance.Rules.Pure;

/// <summary>What holds of every rule, whoever it is for: made-up rules, periods and attendance over twelve years with three elections.</summary>
[Requirement("CMP-01")]
public class RulePropertiesTests
{
    private static readonly DateOnly First = new(2018, 1, 1);
    private static readonly CalendarSettings Calendar = new();

    [Fact]
    public void StateOf_OneDayLater_IsNeverBetterWithinAStint() => Check(one =>
    {
        var (today, tomorrow) = (one.State(one.Day), one.State(one.Day.AddDays(1)));
        // Nothing new is recorded, and it is the same stint: an election or a gap would begin anew.
        if (today is null || tomorrow is null || one.Attended.Contains(one.Day.AddDays(1)) || Stint.On(one.Own, Calendar, one.Day) != Stint.On(one.Own, Calendar, one.Day.AddDays(1)))
        {
            return;
        }

        ((int)tomorrow.Standing).ShouldBeGreaterThanOrEqualTo((int)today.Standing);
        tomorrow.LastDone.ShouldBe(today.LastDone);
        if (!today.MaySit)
        {
            tomorrow.MaySit.ShouldBeFalse();
        }

        if (today.Standing == Standing.Overdue)
        {
            tomorrow.DueOn.ShouldBe(today.DueOn);
        }
    });

    [Fact]
    public void StateOf_OneMoreCompletion_IsNeverWorse() => Check(one =>
    {
        var added = First.AddDays(one.Random.Next(0, one.Day.DayNumber - First.DayNumber + 1));
        var (before, after) = (one.State(one.Day), (one with { Attended = [.. one.Attended, added] }).State(one.Day));
        (after is null).ShouldBe(before is null);
        if (before is null || after is null)
        {
            return;
        }

        ((int)after.Standing).ShouldBeLessThanOrEqualTo((int)before.Standing);
        (after.MaySit || !before.MaySit).ShouldBeTrue();
        after.LastDone.ShouldNotBeNull();
        // What is due comes no sooner.
        if (after.Standing == before.Standing && before.DueOn is { } by && after.DueOn is { } later)
        {
            later.ShouldBeGreaterThanOrEqualTo(by);
        }
    });

    [Fact]
    public void StateOf_OtherOrderOrTwice_IsTheSame() => Check(one =>
    {
        DateOnly[] other = [.. one.Attended, .. one.Attended];
        one.Random.Shuffle(other);
        GroupPeriod[] periods = [.. one.Periods];
        one.Random.Shuffle(periods);
        Same((one with { Attended = other, Periods = periods }).State(one.Day), one.State(one.Day));
    });

    [Fact]
    public void StateOf_NoGroupOnTheDay_HasNoState() => Check(one =>
        (one.State(one.Day) is null).ShouldBe(!one.Own.Any(period => period.Contains(one.Day))));

    [Fact]
    public void StateOf_AmongMany_IsTheSameAsAlone() => Check(one =>
    {
        var others = Case.Of(one.Random.Next()).Periods.Select(period => period with { PersonId = "somebody else" });
        Same((one with { Periods = [.. others, .. one.Periods] }).State(one.Day), one.State(one.Day));
    });

    [Fact]
    public void StateOf_Exempt_IsExemptAndMaySitForAsLongAsItLasts() => Check(one =>
    {
        var exempt = new ExemptTime(one.Day.AddDays(-one.Random.Next(0, 400)), one.Random.Next(2) == 0 ? null : one.Day.AddDays(one.Random.Next(0, 400)));
        if ((one with { Exempt = [exempt] }).State(one.Day) is { } state)
        {
            (state.Standing, state.MaySit, state.DueOn).ShouldBe((Standing.Exempt, true, null));
        }

        Same((one with { Exempt = [exempt] }).State(exempt.From.AddDays(-1)), one.State(exempt.From.AddDays(-1)));
    });

    [Fact]
    public void StateOf_Any_IsOneWhole() => Check(one =>
    {
        if (one.State(one.Day) is not { } state)
        {
            return;
        }

        state.Why.ShouldNotBeNullOrWhiteSpace();
        state.GroupKeys.ShouldNotBeEmpty();
        (state.MaySit || state.Standing == Standing.Overdue).ShouldBeTrue();
        (state.MaySit || one.Rule.IsBeforeSitting).ShouldBeTrue();
        if (state.Standing == Standing.Due)
        {
            state.DueOn.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(one.Day);
        }
    });

    private static void Same(RequirementState? one, RequirementState? other)
    {
        RuleCases.Words(one).ShouldBe(RuleCases.Words(other));
        (one?.Why, one?.LastDone).ShouldBe((other?.Why, other?.LastDone));
        (one?.GroupKeys ?? []).ShouldBe(other?.GroupKeys ?? []);
    }

    private static void Check(Action<Case> holds) => Prop.ForAll(
        Arb.From(ArbMap.Default.GeneratorFor<int>()), seed => holds(Case.Of(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private sealed record Case(TrainingRule Rule, IReadOnlyList<GroupPeriod> Periods, IReadOnlyList<DateOnly> Attended, DateOnly Day, Random Random)
    {
        public IReadOnlyList<ExemptTime> Exempt { get; init; } = [];

        public IReadOnlyList<GroupPeriod> Own => [.. Periods.Where(period => Rule.GroupKeys.Contains(period.GroupKey))];

        public RequirementState? State(DateOnly day) => RuleCases.Reckoning().StateOf(RuleCases.Person, Rule, Periods, Attended, Exempt, day);

        public static Case Of(int seed)
        {
            var random = new Random(seed);
            var rule = new TrainingRule
            {
                Key = "rule",
                Name = "Training",
                GroupKeys = ["a", "b"],
                InductionDays = Sometimes() ? random.Next(0, 400) : null,
                IsBeforeSitting = Sometimes(),
                SittingHoldsMonths = random.Next(0, 30),
                YearDays = Sometimes() ? random.Next(0, 366) : null,
                IsOnceMoreInCycle = Sometimes(),
                RefresherMonths = Sometimes() ? random.Next(1, 40) : 0,
                DoesRefresherStopSitting = Sometimes(),
                IsUnlessAttended = Sometimes(),
            };
            List<GroupPeriod> periods = [];
            foreach (var group in (string[])["a", "b", "c"])
            {
                for (var from = First.AddDays(random.Next(0, 1500)); periods.Count < 9 && random.Next(4) > 0;)
                {
                    DateOnly? until = random.Next(4) == 0 ? null : from.AddDays(random.Next(0, 1500));
                    periods.Add(new GroupPeriod(RuleCases.Person, group, from, until));
                    if (until is null)
                    {
                        break;
                    }

                    // Often without a gap, as appointments are renewed.
                    from = until.Value.AddDays(1 + (Sometimes() ? 0 : random.Next(0, 500)));
                }
            }

            return new Case(rule, periods, [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => AnyDay())], AnyDay(), random);

            bool Sometimes() => random.Next(2) == 0;

            DateOnly AnyDay() => First.AddDays(random.Next(0, 12 * 365));
        }
    }
}
