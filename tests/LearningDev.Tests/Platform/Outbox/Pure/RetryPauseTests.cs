using FsCheck;
using FsCheck.Fluent;
using LearningDev.Platform.Outbox;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Outbox.Pure;

public class RetryPauseTests
{
    [Theory]
    [InlineData(1, 0, 10)]
    [InlineData(2, 0, 20)]
    [InlineData(5, 0, 160)]
    [InlineData(5, 1, 200)]
    [InlineData(30, 0, 14_400)]
    public void After_Attempt_DoublesUpToTheLongest(int attempt, double chance, double seconds) =>
        RetryPause.After(new OutboxSettings(), attempt, chance).TotalSeconds.ShouldBe(seconds);

    [Fact]
    public void After_AnySettings_IsBetweenOneSecondAndTheLongestAndAQuarter() =>
        Prop.ForAll<int, int, int>((first, longest, attempt) =>
        {
            var settings = new OutboxSettings { FirstPauseSeconds = first, LongestPauseMinutes = longest };
            var pause = RetryPause.After(settings, attempt, Math.Abs(attempt % 100) / 99.0).TotalSeconds;
            return pause >= 1 && pause <= Math.Max(Math.Max(1.0, first), longest * 60.0) * 1.25;
        }).QuickCheckThrowOnFailure();
}
