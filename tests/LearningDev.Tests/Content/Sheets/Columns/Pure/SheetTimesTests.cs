using System.Globalization;
using LearningDev.Content.Sheets.Columns;
using LearningDev.Content.Sheets.Files;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Sheets.Columns.Pure;

public class SheetTimesTests
{
    [Theory]
    [InlineData("2027-03-31")]
    [InlineData("31/3/2027")]
    [InlineData("31/03/2027")]
    [InlineData("31 March 2027")]
    [InlineData("31 Mar 2027")]
    [InlineData("31-Mar-2027")]
    [InlineData(" 31.3.2027 ")]
    public void Day_AsPeopleWriteIt(string text) => SheetTimes.Day(text).ShouldBe(new DateOnly(2027, 3, 31));

    [Theory]
    [InlineData("29/2/2027")]
    [InlineData("3/31/2027")]
    [InlineData("next spring")]
    [InlineData("")]
    public void Day_NoRealDay_IsNone(string text) => SheetTimes.Day(text).ShouldBeNull();

    [Theory]
    [InlineData("1 Sep 2027")]
    [InlineData("1 Sept 2027")]
    public void Day_September_IsReadEitherWay(string text) => SheetTimes.Day(text).ShouldBe(new DateOnly(2027, 9, 1));

    [Fact]
    public void Day_LeapDay_IsADay() => SheetTimes.Day("29/2/2028").ShouldBe(new DateOnly(2028, 2, 29));

    [Fact]
    public void Day_NumberOfASpreadsheet_CountsFrom1900() => SheetTimes.Day(new SheetCell("46477", CellKind.Number)).ShouldBe(new DateOnly(2027, 3, 31));

    [Theory]
    [InlineData("2027-03-31 14:30")]
    [InlineData("2027-03-31 14:30:00")]
    [InlineData("31/3/2027 2:30pm")]
    [InlineData("31 March 2027 at 2.30 pm")]
    [InlineData("31/03/2027, 14:30")]
    public void Moment_AsPeopleWriteIt(string text) => SheetTimes.Moment(new SheetCell(text)).ShouldBe(new DateTime(2027, 3, 31, 14, 30, 0, DateTimeKind.Unspecified));

    [Fact]
    public void Moment_InUtc_SaysSo() =>
        SheetTimes.Moment(new SheetCell("2026-10-25T00:30:00Z")).ShouldNotBeNull().Kind.ShouldBe(DateTimeKind.Utc);

    [Theory]
    [InlineData("0.5", 12, 0)]
    [InlineData("0.604166666666667", 14, 30)]
    public void Time_NumberOfASpreadsheet_IsAPartOfTheDay(string text, int hour, int minute) =>
        SheetTimes.Time(new SheetCell(text, CellKind.Number)).ShouldBe(new TimeOnly(hour, minute));

    [Fact]
    public void Time_AsPeopleWriteIt() => SheetTimes.Time(new SheetCell("2:30pm")).ShouldBe(TimeOnly.Parse("14:30", CultureInfo.InvariantCulture));
}
