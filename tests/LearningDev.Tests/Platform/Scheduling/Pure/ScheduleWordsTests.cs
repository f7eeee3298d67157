using LearningDev.Platform.Scheduling;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Scheduling.Pure;

public class ScheduleWordsTests
{
    [Theory]
    [InlineData("0 30 2 * * ?", "Every day at 2:30am")]
    [InlineData("0 0 3,12 * * ?", "Every day at 3am and midday")]
    [InlineData("0 0 7 ? * MON-FRI", "Monday to Friday at 7am")]
    [InlineData("0 0 7 ? * MON,THU", "Every Monday and Thursday at 7am")]
    [InlineData("0 0 7 1 * ?", "On day 1 of the month at 7am")]
    [InlineData("0 0/15 * * * ?", "Every 15 minutes")]
    [InlineData("0 0 * * * ? *", "Every hour")]
    [InlineData("0 0 7 ? 6 MON#2", "By the expression 0 0 7 ? 6 MON#2")]
    [InlineData("nonsense", "By the expression nonsense")]
    public void Of_Expression_IsSaidInWords(string expression, string words) => ScheduleWords.Of(expression).ShouldBe(words);
}
