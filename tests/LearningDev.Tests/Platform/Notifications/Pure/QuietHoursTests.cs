using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Notifications;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Pure;

[Requirement("ADM-01")]
public class QuietHoursTests
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    // The clocks of 2026 and 2027 are changed at these moments.
    private static readonly DateTime[] Changes =
        [Utc(2026, 3, 29, 1), Utc(2026, 10, 25, 1), Utc(2027, 3, 28, 1), Utc(2027, 10, 31, 1)];

    private static readonly Gen<(DateTime Moment, QuietHours Quiet)> Nights =
        from change in Gen.Elements(Changes)
        from minutes in Gen.Choose(-2000, 2000)
        from beginning in Gen.Choose(0, 1439)
        from end in Gen.Choose(0, 1439)
        select (change.AddMinutes(minutes), new QuietHours(TimeOnly.MinValue.AddMinutes(beginning), TimeOnly.MinValue.AddMinutes(end), London));

    [Fact]
    public void EndAfter_AroundTheChangesOfTheClock_IsTheFirstMinuteThatIsNotQuiet() => Prop.ForAll(Nights.ToArbitrary(), night =>
    {
        var (moment, quiet) = night;
        var first = moment;
        while (quiet.Has(first))
        {
            first = first.AddMinutes(1);
        }

        quiet.EndAfter(moment).ShouldBe(first);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Has_AnyMoment_IsWhatTheClockOnTheWallSays() => Prop.ForAll(Nights.ToArbitrary(), night =>
    {
        var wall = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(night.Moment, London));
        // IsBetween counts from the first to before the second, over midnight too.
        night.Quiet.Has(night.Moment).ShouldBe(night.Quiet.From != night.Quiet.Until && wall.IsBetween(night.Quiet.From, night.Quiet.Until));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-03-28T23:30", "2026-03-29T06:00")]
    [InlineData("2026-10-24T23:30", "2026-10-25T07:00")]
    [InlineData("2026-07-01T12:00", "2026-07-01T12:00")]
    [InlineData("2026-01-10T20:00", "2026-01-11T07:00")]
    public void EndAfter_EightInTheEveningToSeven_IsSevenByTheWall(string utc, string end) =>
        new QuietHours(new TimeOnly(20, 0), new TimeOnly(7, 0), London).EndAfter(Read(utc)).ShouldBe(Read(end));

    [Fact]
    public void NextHour_AnyMoment_IsTheFirstTimeThatTheClockShowsIt() => Prop.ForAll(
        (from change in Gen.Elements(Changes) from minutes in Gen.Choose(-2000, 2000) from hour in Gen.Choose(0, 23) select (change.AddMinutes(minutes), hour)).ToArbitrary(),
        asked =>
        {
            var (moment, hour) = asked;
            var next = WallClock.NextHour(London, hour, moment);
            next.ShouldBeGreaterThan(moment);
            (next - moment).ShouldBeLessThanOrEqualTo(TimeSpan.FromHours(25));
            var wall = TimeZoneInfo.ConvertTimeFromUtc(next, London);
            // An hour that is skipped is over at once.
            wall.Hour.ShouldBe(London.IsInvalidTime(wall.Date.AddHours(hour)) ? hour + 1 : hour);
            wall.Minute.ShouldBe(0);
        }).QuickCheckThrowOnFailure();

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    private static DateTime Read(string text) => DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
