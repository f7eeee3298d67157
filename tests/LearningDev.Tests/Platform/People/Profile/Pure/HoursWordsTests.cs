using System.Globalization;
using LearningDev.Platform.People.Profile;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.People.Profile.Pure;

public class HoursWordsTests
{
    [Theory]
    [InlineData("1", "Full time")]
    [InlineData("0.5", "Half of full time")]
    [InlineData("0.6", "Three fifths of full time")]
    [InlineData("0.75", "Three quarters of full time")]
    [InlineData("0.3333", "One third of full time")]
    [InlineData("0.6667", "Two thirds of full time")]
    [InlineData("0.9", "Nine tenths of full time")]
    [InlineData("0.5946", "59.5% of full time")]
    public void Of_Fraction_IsSaidInWords(string fraction, string words) =>
        HoursWords.Of(decimal.Parse(fraction, CultureInfo.InvariantCulture)).ShouldBe(words);
}
