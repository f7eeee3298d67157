using System.Text.Encodings.Web;
using AngleSharp.Html.Parser;
using LearningDev.Content.Markdown;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Markdown.Pure;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#115;cript:alert(1))")]
    [InlineData("[x](data:text/html,<script>alert(1)</script>)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    public void ToHtml_HarmfulMarkdown_IsHarmless(string markdown)
    {
        var document = new HtmlParser().ParseDocument(Html(markdown));

        document.QuerySelectorAll("script, iframe, object").ShouldBeEmpty();
        document.All.SelectMany(element => element.Attributes).ShouldAllBe(attribute => !attribute.Name.StartsWith("on"));
        foreach (var target in document.QuerySelectorAll("[href], [src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
        {
            (target == "#" || target.StartsWith("https:", StringComparison.Ordinal)).ShouldBeTrue(target);
        }
    }

    [Fact]
    public void ToHtml_Addresses_AreLinks() =>
        new HtmlParser().ParseDocument(Html("<https://example.org/> <a@example.org>")).QuerySelectorAll("a.govuk-link")
            .Select(link => link.GetAttribute("href")).ShouldBe(["https://example.org/", "mailto:a@example.org"]);

    [Fact]
    public void ToHtml_Headings_StandBelowThePagesOwn() =>
        new HtmlParser().ParseDocument(Html("# One\n\n## Two")).QuerySelectorAll("h1, h2").ShouldBeEmpty();

    [Fact]
    public void ToHtml_PictureOfTheLibrary_IsShownWithItsWords()
    {
        var picture = new HtmlParser().ParseDocument(Html("![The town hall](/media/places/hall.png)")).QuerySelector("img")!;

        picture.GetAttribute("src").ShouldBe("/media/places/hall.png");
        picture.GetAttribute("alt").ShouldBe("The town hall");
    }

    [Theory]
    [InlineData("![words](https://elsewhere.example/spy.png)", "https://elsewhere.example/spy.png", "words")]
    [InlineData("![](https://elsewhere.example/spy.png)", "https://elsewhere.example/spy.png", "https://elsewhere.example/spy.png")]
    public void ToHtml_PictureOfAnotherPlace_IsALink(string markdown, string address, string words)
    {
        var document = new HtmlParser().ParseDocument(Html(markdown));

        document.QuerySelectorAll("img").ShouldBeEmpty();
        document.QuerySelector("a.govuk-link")!.GetAttribute("href").ShouldBe(address);
        document.QuerySelector("a.govuk-link")!.TextContent.ShouldBe(words);
    }

    [Fact]
    public void ToPlainText_Markdown_HasNoMarks() =>
        MarkdownText.ToPlainText("**Bold** and [a link](https://example.org/)").ShouldBe("Bold and a link");

    private static string Html(string markdown)
    {
        using var writer = new StringWriter();
        MarkdownText.ToHtml(markdown).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
