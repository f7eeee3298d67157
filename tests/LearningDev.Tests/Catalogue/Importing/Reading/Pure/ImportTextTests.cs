using LearningDev.Catalogue.Importing.Reading;
using LearningDev.Content.Markdown;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Importing.Reading.Pure;

public class ImportTextTests
{
    [Fact]
    public void ToMarkdown_BulletsOfAWordProcessor_BecomeAList() => ImportText.ToMarkdown(
        "After this you will:\r\n•\tknow more\r\n\r\n• do  better\r\nAnd that is all.\r\n\r\nReally.")
        .ShouldBe("After this you will:\n\n- know more\n- do better\n\nAnd that is all.\n\nReally.");

    [Theory]
    [InlineData("# 1 for C#")]
    [InlineData("1. Not a list")]
    [InlineData("2 * 3 * 4 and snake_case_name")]
    [InlineData("[a](javascript:alert(1)) <script>alert(1)</script> & co")]
    [InlineData(@"C:\new\*")]
    [InlineData("`code` | ~~gone~~")]
    public void ToMarkdown_PlainText_IsShownLetterByLetter(string text)
    {
        MarkdownText.ToPlainText(ImportText.ToMarkdown(text)).ShouldBe(text);
        MarkdownText.ToHtml(ImportText.ToMarkdown(text)).ToString()!.ShouldNotContain("<script");
    }

    [Fact]
    public void Shorten_LongText_EndsBehindASentence() =>
        ImportText.Shorten("The first sentence is here. The second one goes on and on.", 40).ShouldBe("The first sentence is here.");

    [Fact]
    public void Shorten_LongSentence_EndsBehindAWord() => ImportText.Shorten("A sentence without any end in sight", 20).ShouldBe("A sentence without…");

    [Fact]
    public void Shorten_NoSpaces_NeverCutsACharacterInHalf()
    {
        var cut = ImportText.Shorten(string.Concat(Enumerable.Repeat("😀", 200)), 100);

        cut.Length.ShouldBeLessThanOrEqualTo(100);
        char.IsLowSurrogate(cut[^2]).ShouldBeTrue();
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90.5", 91)]
    [InlineData("1 hour 30 minutes", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("1.5 hours", 90)]
    [InlineData("1:30", 90)]
    [InlineData("2 days", 840)]
    [InlineData("half a day", 210)]
    [InlineData("2 days and 1 hour", 900)]
    [InlineData("soon", null)]
    [InlineData("3 weeks", null)]
    [InlineData("-5", null)]
    public void Minutes_AsPeopleWriteThem(string text, int? minutes) => ImportNumbers.Minutes(text, minutesPerDay: 420).ShouldBe(minutes);

    [Theory]
    [InlineData("249", 249, 249)]
    [InlineData("£1,250.50", 1250.50, 1250.50)]
    [InlineData("£100 to £200 per person", 100, 200)]
    [InlineData("Free", 0, 0)]
    public void Cost_AsPeopleWriteIt(string text, double from, double to) => ImportNumbers.Cost(text).ShouldBe(((decimal)from, (decimal)to));

    [Theory]
    [InlineData("ask")]
    [InlineData("£800 per semester")]
    [InlineData("-3")]
    public void Cost_Words_AreNone(string text) => ImportNumbers.Cost(text).ShouldBeNull();

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("http://example.org", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://example.org/>x", false)]
    [InlineData("example.org", false)]
    public void IsWebAddress_OnlyWhatCanStandInALink(string url, bool expected) => ImportNumbers.IsWebAddress(url).ShouldBe(expected);
}
