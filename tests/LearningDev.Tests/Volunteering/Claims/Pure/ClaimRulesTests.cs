using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using LearningDev.Volunteering;
using LearningDev.Volunteering.Claims;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Volunteering.Claims.Pure;

[Requirement("VOL-02")]
public class ClaimRulesTests
{
    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 12, 1);
    private static readonly NamedYear Year = NamedYear.Of(new DayMonth(4, 1), Today);
    private static readonly WorkingDays WorkingDays = new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], [new DateOnly(2026, 12, 25)], new DateOnly(2030, 12, 31));
    private static readonly HashSet<DateOnly> None = [];

    private readonly ClaimRules rules = new(new VolunteeringSettings(), Year, WorkingDays, Today);

    [Fact]
    public void OwnTime_Good_IsTaken() => rules.OwnTime([new(Today, 15), new(Today.AddDays(-1), 24 * 60), new(Year.Start, 60)], None).ShouldBeEmpty();

    [Fact]
    public void OwnTime_None_IsRefused() => rules.OwnTime([], None).ShouldHaveSingleItem().Key.ShouldBe("");

    [Theory]
    [InlineData("2026-12-02", 60, "Rows[0].Day", "Date must be today or in the past")]
    [InlineData("2026-03-31", 60, "Rows[0].Day", "Date must be 1 April 2026 or later: earlier own time does not count any more")]
    [InlineData("2026-11-29", 60, "Rows[0].Day", "You have already claimed own time of 29 November 2026 in another claim")]
    [InlineData("2026-11-28", 0, "Rows[0].Hours", "Hours must be more than 0 and no more than 24")]
    [InlineData("2026-11-28", 1455, "Rows[0].Hours", "Hours must be more than 0 and no more than 24")]
    [InlineData("2026-11-28", 70, "Rows[0].Hours", "Hours must be in pieces of 15 minutes, for example 1")]
    public void OwnTime_AgainstTheRules_SaysWhy(string day, int minutes, string key, string message) =>
        rules.OwnTime([new(DateOnly.Parse(day, null), minutes)], new HashSet<DateOnly> { new(2026, 11, 29) }).ShouldHaveSingleItem().ShouldBe(new ClaimFault(key, message));

    [Fact]
    public void OwnTime_DayTwice_IsRefused() =>
        rules.OwnTime([new(Today, 60), new(Today, 60)], None).ShouldHaveSingleItem().ShouldBe(new ClaimFault("Rows[1].Day", "1 December 2026 is there twice. Put the hours of one day together"));

    [Fact]
    public void OwnTime_CountsMonthsBack_ReachesIntoTheYearBefore()
    {
        var back = rules with { Rules = new VolunteeringSettings { OwnTimeMonths = 12 } };
        back.OwnTime([new(new DateOnly(2025, 12, 1), 60)], None).ShouldBeEmpty();
        back.OwnTime([new(new DateOnly(2025, 11, 30), 60)], None).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(444, 450, 888, null)]
    [InlineData(240, 240, 888, null)]
    [InlineData(888, 900, 888, null)]
    [InlineData(100, 100, 100, "Hours of leave must be 1.5 or less: 1.67 hours of own time bring no more")]
    [InlineData(0, 240, 888, "Hours of leave must be more than 0")]
    [InlineData(255, 240, 888, "Hours of leave must be 4 or less: 4 hours of own time bring no more")]
    [InlineData(240, 240, 120, "Hours of leave must be 2 or less: that is what you have left in 2026 to 2027")]
    [InlineData(240, 240, 0, "You have no leave for volunteering left in 2026 to 2027")]
    [InlineData(100, 240, 888, "Hours of leave must be in pieces of 15 minutes, for example 1.5")]
    public void Leave_Hours_AreMatchedUpToWhatIsLeft(int wanted, int own, int left, string? message) =>
        rules.Leave(wanted, [], own, left).FirstOrDefault()?.Message.ShouldBe(message);

    [Theory]
    [InlineData("2026-12-05", "5 December 2026 is not a working day")]
    [InlineData("2026-12-25", "25 December 2026 is not a working day")]
    [InlineData("2027-04-01", "Date must be from 1 April 2026 to 31 March 2027, the time for leave of 2026 to 2027")]
    [InlineData("2026-11-30", "Date must be today or in the future: leave is agreed first and taken then")]
    public void Leave_DayAgainstTheRules_SaysWhy(string day, string message) =>
        rules.Leave(240, [new(DateOnly.Parse(day, null), 240)], 240, 888).ShouldHaveSingleItem().ShouldBe(new ClaimFault("Rows[0].Day", message));

    [Fact]
    public void Leave_DaysComeToMoreThanIsWanted_IsRefused() =>
        rules.Leave(240, [new(Today, 240), new(Today.AddDays(1), 240)], 240, 888).ShouldHaveSingleItem().Message.ShouldStartWith("The days come to 8 hours");

    [Theory]
    [InlineData("2026-12-02", 240, 0, 444, "Date must be today or in the past: record leave when it is taken")]
    [InlineData("2026-11-29", 240, 0, 444, "29 November 2026 is not a working day")]
    [InlineData("2026-12-01", 0, 0, 444, "Hours must be more than 0")]
    [InlineData("2026-12-01", 444, 0, 240, "Hours must be 4 or less: no more was agreed")]
    [InlineData("2026-12-01", 60, 0, 0, "All the leave of this claim is recorded already")]
    [InlineData("2026-12-01", 480, 0, 888, "Hours must be no more than a working day of 7.4 hours")]
    [InlineData("2026-12-01", 240, 240, 888, "4 hours are recorded for that day already, and a working day has 7.4 hours")]
    [InlineData("2026-12-01", 100, 0, 888, "Hours must be in pieces of 15 minutes, for example 1.5")]
    public void Taken_AgainstTheRules_SaysWhy(string day, int minutes, int sameDay, int toTake, string message) =>
        rules.Taken(new(DateOnly.Parse(day, null), minutes), sameDay, toTake).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Fact]
    public void Taken_AfterTheEndOfTheYear_OnlyWhileItIsCarriedOver()
    {
        var next = rules with { Today = new DateOnly(2027, 4, 20) };
        var day = new DayTime(new DateOnly(2027, 4, 20), 240);
        next.Taken(day, 0, 444).ShouldHaveSingleItem().Message.ShouldContain("31 March 2027");
        (next with { Rules = new VolunteeringSettings { CarryOverMonths = 1 } }).Taken(day, 0, 444).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("7.4", 444)]
    [InlineData(" 2.5 ", 150)]
    [InlineData("", null)]
    [InlineData("two", null)]
    [InlineData("-1", null)]
    [InlineData("1,000", null)]
    [InlineData("99999999999999999999", null)]
    public void Read_Hours_AreMinutes(string text, int? minutes) => Hours.Read(text).ShouldBe(minutes);
}
