using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Calendar;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Calendar.Pure;

[Requirement("ADM-01")]
public class WorkingDaysTests
{
    private static readonly DateOnly _start = new(2012, 1, 1);

    private static readonly Gen<DateOnly> _day = Gen.Choose(0, 17 * 366).Select(days => _start.AddDays(days));

    // A week of any shape, a nation, and closed days that may lie close together.
    private static readonly Gen<Case> _case =
        from nation in Gen.Elements(Enum.GetValues<Nation>())
        from shape in Gen.Choose(1, 127)
        from closed in _day.ListOf(20)
        from first in Gen.Choose(0, 17 * 366)
        from length in Gen.Choose(0, 40)
        from one in _day
        from other in _day
        from count in Gen.Choose(-400, 400)
        select new Case(
            [.. Enum.GetValues<DayOfWeek>().Where(day => (shape & (1 << (int)day)) != 0)],
            [.. closed, .. Enumerable.Range(0, length).Select(day => _start.AddDays(first + day)), .. BankHolidays.Of(nation).Days.Select(day => day.Date)],
            one, other, count);

    [Fact]
    public void IsWorkingDay_AnyDay_IsAsTheModelSays() => Check(made =>
        made.Days.IsWorkingDay(made.One) == (made.Weekdays.Contains(made.One.DayOfWeek) && !made.Closed.Contains(made.One)));

    [Fact]
    public void AddWorkingDays_AnyCount_IsWhereADayByDayCountEnds() => Check(made =>
    {
        var (day, left) = (made.One, Math.Abs(made.Count));
        while (left > 0)
        {
            day = day.AddDays(Math.Sign(made.Count));
            left -= made.Days.IsWorkingDay(day) ? 1 : 0;
        }

        return made.Days.AddWorkingDays(made.One, made.Count) == day;
    });

    [Fact]
    public void WorkingDaysBetween_AnyDays_IsADayByDayCount() => Check(made =>
    {
        var (from, to) = (made.One, made.Other);
        var expected = from <= to
            ? Enumerable.Range(1, to.DayNumber - from.DayNumber).Count(day => made.Days.IsWorkingDay(from.AddDays(day)))
            : -Enumerable.Range(0, from.DayNumber - to.DayNumber).Count(day => made.Days.IsWorkingDay(to.AddDays(day)));
        return made.Days.WorkingDaysBetween(from, to) == expected;
    });

    [Fact]
    public void WorkingDaysBetween_WhatWasAdded_IsTheCount() => Check(made =>
        made.Days.WorkingDaysBetween(made.One, made.Days.AddWorkingDays(made.One, made.Count)) == made.Count);

    [Fact]
    public void AddWorkingDays_ThereAndBackFromAWorkingDay_IsTheDay() => Check(made =>
    {
        var day = made.Days.NextWorkingDay(made.One);
        return made.Days.AddWorkingDays(made.Days.AddWorkingDays(day, made.Count), -made.Count) == day;
    });

    [Fact]
    public void AddWorkingDays_LaterDay_IsNeverEarlier() => Check(made =>
    {
        var (earlier, later) = made.One <= made.Other ? (made.One, made.Other) : (made.Other, made.One);
        return made.Days.AddWorkingDays(earlier, made.Count) <= made.Days.AddWorkingDays(later, made.Count)
            && made.Days.AddWorkingDays(earlier, made.Count) < made.Days.AddWorkingDays(earlier, made.Count + 1);
    });

    [Fact]
    public void NextWorkingDay_AnyDay_IsTheFirstFromThere() => Check(made =>
    {
        var next = made.Days.NextWorkingDay(made.One);
        return next >= made.One && made.Days.IsWorkingDay(next) && made.Days.WorkingDaysBetween(made.One, next) == (next == made.One ? 0 : 1);
    });

    [Theory]
    [InlineData(Nation.EnglandAndWales, "2026-11-27", 1, "2026-11-30")]
    [InlineData(Nation.Scotland, "2026-11-27", 1, "2026-12-01")]
    [InlineData(Nation.NorthernIreland, "2026-07-10", 1, "2026-07-14")]
    [InlineData(Nation.EnglandAndWales, "2026-12-24", 1, "2026-12-29")]
    [InlineData(Nation.EnglandAndWales, "2026-12-24", 3, "2026-12-31")]
    [InlineData(Nation.Scotland, "2026-12-31", 1, "2027-01-05")]
    [InlineData(Nation.EnglandAndWales, "2026-04-07", -1, "2026-04-02")]
    [InlineData(Nation.EnglandAndWales, "2026-11-28", 0, "2026-11-28")]
    public void AddWorkingDays_KnownHolidays_AreLeftOut(Nation nation, string from, int count, string expected) =>
        Weekdays(BankHolidays.Of(nation)).AddWorkingDays(DateOnly.Parse(from, CultureInfo.InvariantCulture), count).ShouldBe(DateOnly.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void AddWorkingDays_MoreThanTheCalendarHas_Throws(int count) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Weekdays(BankHolidays.Of(Nation.Scotland)).AddWorkingDays(new DateOnly(2026, 1, 1), count));

    [Fact]
    public void WorkingDays_NoDayOfTheWeek_Throws() => Should.Throw<ArgumentException>(() => new WorkingDays([], [], DateOnly.MaxValue));

    [Fact]
    public void BankHolidays_EachNation_AreKnownFrom2012To2028()
    {
        foreach (var nation in Enum.GetValues<Nation>())
        {
            var holidays = BankHolidays.Of(nation);
            (holidays.KnownFrom, holidays.KnownUntil).ShouldBe((new DateOnly(2012, 1, 1), new DateOnly(2028, 12, 31)));
            holidays.Days.Select(day => day.Date).ShouldBeUnique();
            // Each year has eight in England and Wales, nine in Scotland and ten in Northern Ireland, or a few more.
            var least = nation switch { Nation.Scotland => 9, Nation.NorthernIreland => 10, _ => 8 };
            holidays.Days.GroupBy(day => day.Date.Year).ShouldAllBe(year => year.Count() >= least && year.Count() <= least + 2);
        }
    }

    [Fact]
    public void Doubt_AfterTheLastKnownYear_SaysSo()
    {
        var days = Weekdays(BankHolidays.Of(Nation.EnglandAndWales));

        days.Doubt(new DateOnly(2028, 12, 31)).ShouldBeNull();
        days.Doubt(new DateOnly(2029, 1, 1)).ShouldBe("Bank holidays after 31 December 2028 have not been published yet, so this date may change");
    }

    private static WorkingDays Weekdays(BankHolidays holidays) => new(new CalendarSettings().WorkingWeekdays, holidays.Days.Select(day => day.Date), holidays.KnownUntil);

    private static void Check(Func<Case, bool> holds) => Prop.ForAll(_case.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private sealed record Case(HashSet<DayOfWeek> Weekdays, HashSet<DateOnly> Closed, DateOnly One, DateOnly Other, int Count)
    {
        public WorkingDays Days { get; } = new(Weekdays, Closed, DateOnly.MaxValue);
    }
}
