using LearningDev.Platform.Ui;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Ui;

public class DateWordsTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(9, 0, "9am")]
    [InlineData(12, 0, "midday")]
    [InlineData(14, 30, "2:30pm")]
    public void Time_OfDay_ReadsAsPeopleSayIt(int hour, int minute, string words) => DateWords.Time(new TimeOnly(hour, minute)).ShouldBe(words);

    [Theory]
    [InlineData("2026-07-01T13:30:00Z", "1 July 2026 at 2:30pm")]
    [InlineData("2026-11-22T14:30:00Z", "22 November 2026 at 2:30pm")]
    [InlineData("2026-06-30T23:15:00Z", "1 July 2026 at 12:15am")]
    public async Task Moment_InUtc_IsSaidInThePortalsTimeZone(string utc, string words)
    {
        await using var scope = portal.Host.Scope();
        var dates = scope.ServiceProvider.GetRequiredService<DateWords>();
        var moment = DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;

        (await dates.MomentAsync(moment)).ShouldBe(words);
        (await dates.UtcAsync(await dates.LocalAsync(moment))).ShouldBe(moment);
    }

    [Fact]
    public async Task Utc_TimeThatClocksSkip_IsNull()
    {
        await using var scope = portal.Host.Scope();

        (await scope.ServiceProvider.GetRequiredService<DateWords>().UtcAsync(new DateTime(2027, 3, 28, 1, 30, 0))).ShouldBeNull();
    }
}
