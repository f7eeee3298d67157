using FsCheck;
using FsCheck.Fluent;
using LearningDev.Coaching.Coaches;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Coaches.Pure;

[Requirement("COA-01")]
public class StandingTests
{
    [Theory]
    [InlineData("2026-05-15", 6, "2026-11-15")]
    [InlineData("2026-08-31", 6, "2027-02-28")]
    [InlineData("2027-02-28", 6, "2027-08-31")]
    public void SupervisionHoldsUntil_SomeMonths_IsTheLastDay(string last, int months, string until) =>
        Standing.SupervisionHoldsUntil(DateOnly.Parse(last, null), months).ShouldBe(DateOnly.Parse(until, null));

    [Fact]
    public void Holds_AnyDay_IsTrueUntilTheLastDayAndFalseAfterIt() => Prop.ForAll(Gen.Choose(0, 2000).ToArbitrary(), Gen.Choose(1, 36).ToArbitrary(), (day, months) =>
    {
        var last = new DateOnly(2026, 1, 1).AddDays(day);
        var coach = new CoachRow { Id = "a", PersonId = "b", PersonName = "c", State = CoachState.Approved, CreatedUtc = DateTime.UnixEpoch, LastSupervisionOn = last };
        var until = Standing.SupervisionHoldsUntil(last, months);
        until.ShouldBeGreaterThanOrEqualTo(last.AddMonths(months));
        Standing.Holds(until, months).Compile()(coach).ShouldBeTrue();
        Standing.Holds(until.AddDays(1), months).Compile()(coach).ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Holds_QualificationExpired_IsFalseFromTheDayAfter()
    {
        var day = new DateOnly(2026, 12, 1);
        var coach = new CoachRow { Id = "a", PersonId = "b", PersonName = "c", State = CoachState.Approved, CreatedUtc = DateTime.UnixEpoch, LastSupervisionOn = day, QualificationExpiresOn = day };
        Standing.Holds(day, 6).Compile()(coach).ShouldBeTrue();
        Standing.Holds(day.AddDays(1), 6).Compile()(coach).ShouldBeFalse();
        coach.LastSupervisionOn = null;
        Standing.Holds(day, 6).Compile()(coach).ShouldBeFalse();
    }
}
