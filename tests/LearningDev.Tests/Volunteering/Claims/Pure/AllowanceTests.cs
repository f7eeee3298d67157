using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using LearningDev.Volunteering;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claims.Pure;

[Requirement("VOL-02")]
public class AllowanceTests
{
    private const int Whole = 888;

    private static readonly NamedYear Year = NamedYear.Of(new DayMonth(4, 1), new DateOnly(2026, 6, 1));
    private static readonly NamedYear LeapYear = NamedYear.Of(new DayMonth(4, 1), new DateOnly(2027, 6, 1));

    [Theory]
    [InlineData(1.0, Whole)]
    [InlineData(0.8, 720)]
    [InlineData(0.6, 540)]
    [InlineData(0.5, 450)]
    [InlineData(0.0, 0)]
    public void Of_PartTime_IsAShareRoundedUpToTheHalfHour(double fraction, int minutes) =>
        Allowance.Of(new VolunteeringSettings(), Year, (decimal)fraction, null, null).ShouldBe(minutes);

    [Fact]
    public void Of_StartsHalfWayThroughTheYear_IsAShare()
    {
        // 1 October to 31 March are 182 of 365 days: 442.8 minutes of 888.
        Allowance.Of(new VolunteeringSettings(), Year, 1, new DateOnly(2026, 10, 1), null).ShouldBe(450);
        Allowance.Of(new VolunteeringSettings { PartYear = false }, Year, 1, new DateOnly(2026, 10, 1), null).ShouldBe(Whole);
    }

    [Fact]
    public void Of_LeapYear_CountsTheLeapDay()
    {
        LeapYear.End.ShouldBe(new DateOnly(2028, 3, 31));
        // 29 February 2028 is the first day: 32 of 366 days.
        Allowance.Of(new VolunteeringSettings { RoundToMinutes = 1 }, LeapYear, 1, new DateOnly(2028, 2, 29), null).ShouldBe((int)Math.Ceiling(Whole * 32 / 366.0));
    }

    [Theory]
    [InlineData("2027-04-01", null)]
    [InlineData(null, "2026-03-31")]
    public void Of_NotEmployedInTheYear_IsNothing(string? starts, string? leaves) =>
        Allowance.Of(new VolunteeringSettings(), Year, 1, starts is null ? null : DateOnly.Parse(starts, null), leaves is null ? null : DateOnly.Parse(leaves, null)).ShouldBe(0);

    [Fact]
    public void Of_AnybodyInAnyYear_IsNeverMoreThanTheWholeAndNeverLessThanTheShare() => Prop.ForAll(
        Gen.Choose(0, 100).Three().ToArbitrary(), Gen.Choose(-400, 800).Two().ToArbitrary(), Gen.Choose(1, 240).ToArbitrary(), (three, days, round) =>
        {
            var (fraction, daysOfLeave, whichYear) = (three.Item1 / 100m, three.Item2 / 20m, three.Item3);
            var rules = new VolunteeringSettings { DaysAYear = daysOfLeave, RoundToMinutes = round };
            var year = NamedYear.Of(new DayMonth(4, 1), new DateOnly(2000 + whichYear, 6, 1));
            var (starts, leaves) = (year.Start.AddDays(days.Item1), year.Start.AddDays(days.Item2));
            var given = Allowance.Of(rules, year, fraction, starts, leaves);
            given.ShouldBeInRange(0, (int)Math.Round(daysOfLeave * 7.4m * 60, MidpointRounding.AwayFromZero));
            given.ShouldBeLessThanOrEqualTo(Allowance.Of(rules, year, 1, null, null));
            given.ShouldBeLessThanOrEqualTo(Allowance.Of(rules, year, fraction, starts.AddDays(-1), leaves.AddDays(1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Matched_OwnTime_IsMatchedInWholePieces()
    {
        Allowance.Matched(new VolunteeringSettings(), 195).ShouldBe(195);
        Allowance.Matched(new VolunteeringSettings { MatchRatio = 0.5m }, 195).ShouldBe(90);
    }

    [Theory]
    [InlineData(0, "2027-03-31")]
    [InlineData(1, "2027-04-30")]
    [InlineData(11, "2028-02-29")]
    public void LastDayOf_CarryOver_IsAtTheEndOfTheMonth(int months, string day) =>
        Allowance.LastDayOf(new VolunteeringSettings { CarryOverMonths = months }, Year).ShouldBe(DateOnly.Parse(day, null));
}
