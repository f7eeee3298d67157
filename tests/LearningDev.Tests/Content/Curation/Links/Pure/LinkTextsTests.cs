using LearningDev.Content.Curation.Links;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links.Pure;

[Requirement("CMS-04")]
public class LinkTextsTests
{
    [Theory]
    [InlineData("See https://a.example/page.", "https://a.example/page")]
    [InlineData("(https://a.example/Foo_(bar))", "https://a.example/Foo_(bar)")]
    [InlineData("[words](https://a.example/x) and more", "https://a.example/x")]
    [InlineData("[words](https://a.example/x \"title\")", "https://a.example/x")]
    [InlineData("<https://a.example/x>", "https://a.example/x")]
    [InlineData("[1]: https://a.example/x", "https://a.example/x")]
    [InlineData("**https://a.example/x**", "https://a.example/x")]
    [InlineData("https://A.example:443/x#part", "https://a.example/x")]
    [InlineData("https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2")]
    [InlineData(@"https://a.example/snake\_case", "https://a.example/snake_case")]
    [InlineData("| https://a.example/x | cell |", "https://a.example/x")]
    [InlineData("ftp://a.example/x mailto:me@a.example /catalogue", null)]
    [InlineData("https://", null)]
    public void Find_Markdown_HasTheAddress(string text, string? url) => LinkTexts.Find(text, isMarkdown: true).ShouldBe(url is null ? [] : [url]);

    [Fact]
    public void Find_LinkWhoseWordsAreItsAddress_HasItTwice() =>
        LinkTexts.Find("[https://a.example](https://a.example)", isMarkdown: true).ShouldBe(["https://a.example/", "https://a.example/"]);

    [Theory]
    [InlineData("See https://a.example/old, or [it](https://a.example/old#part).", "See https://b.example/new, or [it](https://b.example/new#part).")]
    [InlineData("https://a.example/older stays", "https://a.example/older stays")]
    [InlineData("<https://a.example/old>", "<https://b.example/new>")]
    public void Replace_Text_ReplacesThatAddressOnly(string text, string replaced) =>
        LinkTexts.Replace(text, isMarkdown: true, "https://a.example/old", "https://b.example/new").ShouldBe(replaced);

    [Fact]
    public void Normal_TooLong_IsNone() => LinkTexts.Normal($"https://a.example/{new string('x', LinkRules.MaximumLength)}").ShouldBeNull();
}
