using System.Globalization;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Calendar.Pure;

[Requirement("ADM-01")]
public class NamedYearTests
{
    private static readonly Gen<DateOnly> _day = Gen.Choose(new DateOnly(1990, 1, 1).DayNumber, new DateOnly(2090, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<DayMonth> _start = Gen.Choose(0, 365).Select(day => new DateOnly(2024, 1, 1).AddDays(day)).Select(day => new DayMonth(day.Month, day.Day));

    private static readonly Gen<CalendarSettings> _calendar =
        from week in Gen.Choose(1, 4)
        from weekday in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from election in Gen.Choose(new DateOnly(1995, 1, 1).DayNumber, new DateOnly(2080, 12, 31).DayNumber).Select(DateOnly.FromDayNumber)
        from every in Gen.Choose(1, 10)
        from others in Gen.Choose(1990, 2090).ListOf(5)
        from shift in Gen.Choose(0, 90)
        select new CalendarSettings
        {
            AnnualMeetingWeek = week,
            AnnualMeetingWeekday = weekday,
            AnnualMeetings = [.. others.Distinct().Select(year => new AnnualMeeting { Date = new DateOnly(year, 3, 1).AddDays(shift) })],
            ElectionDay = election,
            ElectionEveryYears = every,
        };

    [Fact]
    public void Of_AnyStartAndDay_HoldsTheDayAndYearsFollowWithoutAGap() => Prop.ForAll(
        _start.ToArbitrary(), _day.ToArbitrary(), (start, day) => IsYear(NamedYear.Of(start, day), day, next => NamedYear.Of(start, next))
            && NamedYear.Of(start, day).Start.Month == start.Month).QuickCheckThrowOnFailure();

    [Fact]
    public void Municipal_AnySettings_HoldsTheDayAndYearsFollowWithoutAGap() => Prop.ForAll(
        _calendar.ToArbitrary(), _day.ToArbitrary(), (settings, day) => IsYear(NamedYear.Municipal(settings, day), day, next => NamedYear.Municipal(settings, next)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Electoral_AnySettings_HoldsTheDayAndCyclesFollowWithoutAGap() => Prop.ForAll(
        _calendar.ToArbitrary(), _day.ToArbitrary(), (settings, day) => IsYear(NamedYear.Electoral(settings, day), day, next => NamedYear.Electoral(settings, next)))
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(4, 1, "2026-03-31", "2025 to 2026", "2025-04-01", "2026-03-31")]
    [InlineData(4, 1, "2026-04-01", "2026 to 2027", "2026-04-01", "2027-03-31")]
    [InlineData(1, 1, "2026-07-01", "2026", "2026-01-01", "2026-12-31")]
    [InlineData(3, 1, "2024-02-29", "2023 to 2024", "2023-03-01", "2024-02-29")]
    [InlineData(2, 29, "2024-02-28", "2023 to 2024", "2023-02-28", "2024-02-28")]
    [InlineData(2, 29, "2024-02-29", "2024 to 2025", "2024-02-29", "2025-02-27")]
    [InlineData(2, 29, "2025-02-28", "2025 to 2026", "2025-02-28", "2026-02-27")]
    [InlineData(4, 1, "0001-01-01", "1", "0001-01-01", "0001-03-31")]
    [InlineData(4, 1, "9999-12-31", "9999", "9999-04-01", "9999-12-31")]
    public void Of_Day_IsTheYearAndItsName(int month, int dayOfMonth, string day, string name, string start, string end)
    {
        var year = NamedYear.Of(new DayMonth(month, dayOfMonth), DateOnly.Parse(day, CultureInfo.InvariantCulture));

        (year.Name, year.Start, year.End).ShouldBe((name, DateOnly.Parse(start, CultureInfo.InvariantCulture), DateOnly.Parse(end, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Municipal_UsualAndOtherMeetings_BeginTheYear()
    {
        var settings = new CalendarSettings { AnnualMeetings = [new AnnualMeeting { Date = new DateOnly(2026, 5, 27) }] };

        // The third Wednesday of May is 20 May 2026 and 19 May 2027.
        NamedYear.Municipal(settings, new DateOnly(2026, 5, 26)).Start.ShouldBe(new DateOnly(2025, 5, 21));
        NamedYear.Municipal(settings, new DateOnly(2026, 5, 27)).ShouldBe(new NamedYear(new DateOnly(2026, 5, 27), new DateOnly(2027, 5, 18)));
    }

    [Theory]
    [InlineData("2023-05-03", "2019 to 2023")]
    [InlineData("2023-05-04", "2023 to 2027")]
    [InlineData("2027-05-05", "2023 to 2027")]
    [InlineData("2027-05-06", "2027 to 2031")]
    [InlineData("2022-12-31", "2019 to 2023")]
    public void Electoral_FirstThursdayInMay_BeginsTheCycle(string day, string name) =>
        NamedYear.Electoral(new CalendarSettings(), DateOnly.Parse(day, CultureInfo.InvariantCulture)).Name.ShouldBe(name);

    [Fact]
    public void DayMonth_Json_IsMonthAndDay()
    {
        JsonSerializer.Serialize(new DayMonth(4, 1), PortalJson.Compact).ShouldBe("\"04-01\"");
        JsonSerializer.Deserialize<DayMonth>("\"02-29\"", PortalJson.Compact).ToString().ShouldBe("29 February");
        foreach (var wrong in (string[])["\"02-30\"", "\"13-01\"", "\"1 April\"", "\"\"", "null"])
        {
            Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DayMonth>(wrong, PortalJson.Compact), wrong);
        }
    }

    private static bool IsYear(NamedYear year, DateOnly day, Func<DateOnly, NamedYear> of) =>
        year.Contains(day) && of(year.Start) == year && of(year.End) == year
        && of(year.End.AddDays(1)).Start == year.End.AddDays(1) && of(year.Start.AddDays(-1)).End == year.Start.AddDays(-1);
}
