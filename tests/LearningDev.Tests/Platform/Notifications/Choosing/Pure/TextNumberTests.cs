using LearningDev.Platform.Notifications.Choosing;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Notifications.Choosing.Pure;

public class TextNumberTests
{
    [Theory]
    [InlineData("07700 900 982", "+447700900982")]
    [InlineData("+44 7700-900982", "+447700900982")]
    [InlineData("+44 (0)7700 900982", "+447700900982")]
    [InlineData("0044 7700 900982", "+447700900982")]
    [InlineData("+353 87 123 4567", "+353871234567")]
    [InlineData("020 7946 0000", null)]
    [InlineData("07012 345 678", null)]
    [InlineData("07700 900 98", null)]
    [InlineData("+44 20 7946 0000", null)]
    [InlineData("٠٧٧٠٠٩٠٠٩٨٢", null)]
    [InlineData("call me", null)]
    [InlineData("", null)]
    public void Read_Typed_IsTheNumberWithItsCountry(string typed, string? number) => TextNumber.Read(typed).ShouldBe(number);
}
