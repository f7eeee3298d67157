using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using LearningDev.Content.Media;
using LearningDev.Content.Media.Showing;
using LearningDev.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Showing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MediaProseTests(MediaPortal portal)
{
    [Fact]
    public async Task Render_Picture_IsOfferedInTheWidthsOfTheSettings()
    {
        await portal.AddAsync("prose/wide.png", MediaSamples.Picture(width: 1000, height: 500), new MediaWords("A wide view"));

        var page = await RenderAsync("Look: ![](/media/prose/wide.png)");

        var picture = page.QuerySelector("img")!;
        picture.GetAttribute("alt").ShouldBe("A wide view");
        (picture.GetAttribute("width"), picture.GetAttribute("height"), picture.GetAttribute("loading")).ShouldBe(("1000", "500", "lazy"));
        picture.GetAttribute("srcset")!.Split(", ").Select(one => one.Split(' ')[1]).ShouldBe(["320w", "640w", "960w", "1000w"]);
    }

    [Fact]
    public async Task Render_FilmByItself_IsPlayedAndElsewhereLinked()
    {
        await portal.AddAsync("prose/film.mp4", MediaSamples.Mp4(), new MediaWords(Transcript: "Said *softly*"));

        var alone = await RenderAsync("Before\n\n![How to lift](/media/prose/film.mp4)\n\nAfter");
        var within = await RenderAsync("See ![](/media/prose/film.mp4) first.");

        alone.QuerySelector("video")!.GetAttribute("aria-label").ShouldBe("How to lift");
        alone.QuerySelector("figure em")!.TextContent.ShouldBe("softly");
        alone.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent).ShouldContain("After");
        within.QuerySelector("video").ShouldBeNull();
        within.QuerySelector("a")!.TextContent.ShouldBe("film");
    }

    [Fact]
    public async Task Render_OthersAddresses_StayAsTheyAre()
    {
        var page = await RenderAsync("![x](https://example.org/media/prose/a.png) ![gone](/media/prose/gone.png) <script>alert(1)</script>");

        page.QuerySelectorAll("img").Select(picture => picture.GetAttribute("src")).ShouldBe(["/media/prose/gone.png"]);
        page.QuerySelector("script").ShouldBeNull();
    }

    private async Task<IHtmlDocument> RenderAsync(string markdown)
    {
        await using var scope = portal.Scope();
        var html = await scope.ServiceProvider.GetRequiredService<MediaProse>().RenderAsync(markdown);
        return new HtmlParser().ParseDocument(html.ToString()!);
    }
}
