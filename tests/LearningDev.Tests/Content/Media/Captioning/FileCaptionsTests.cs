using System.Net;
using System.Text;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Captioning;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class FileCaptionsTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.Captions("any"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Picture_IsNotFound()
    {
        var file = await portal.AddAsync("captions/picture.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Captions(file.Id));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "Select the file with the captions")]
    [InlineData("Hello", "The captions must be WebVTT: their first line must be WEBVTT")]
    [InlineData("WEBVTT\n\n1:00 --> 2:00\nHello", "Line 3 of the captions is not right: a time is like 00:01:02.500 --> 00:01:04.000")]
    [InlineData("WEBVTT\n\n00:03.000 --> 00:02.000\nHello", "Line 3 of the captions is not right: the caption ends before it begins")]
    [InlineData("WEBVTT\n\nNOTE nothing", "There is no caption in the file")]
    public async Task Post_BadCaptions_ShowsError(string text, string message)
    {
        var file = await portal.AddAsync("captions/bad.mp4", MediaSamples.Mp4());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await SendAsync(client, file.Id, "en", text);

        (await answer.ReadPageAsync()).ErrorBeside("Captions").ShouldBe(message);
    }

    [Fact]
    public async Task Post_TwoLanguages_AreOfferedByThePlayer()
    {
        var file = await portal.AddAsync("captions/film.mp4", MediaSamples.Mp4());
        using var client = await portal.SignedInAsAsync("editor");

        using var english = await SendAsync(client, file.Id, "en", MediaSamples.Captions);
        using var welsh = await SendAsync(client, file.Id, "cy", MediaSamples.Captions.Replace("Welcome", "Croeso", StringComparison.Ordinal));

        english.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Captions(file.Id));
        var page = await client.GetPageAsync(MediaLinks.File(file.Id));
        page.QuerySelectorAll("track").Select(track => track.GetAttribute("srclang")).ShouldBe(["en", "cy"]);
        using var served = await client.GetAsync(page.QuerySelectorAll("track")[1].GetAttribute("src"));
        served.Content.Headers.ContentType!.MediaType.ShouldBe("text/vtt");
        (await served.Content.ReadAsStringAsync()).ShouldContain("Croeso");
        (await portal.LastEventAsync("MediaCaptioned")).Summary.ShouldBe("Saved the captions (cy) of the file captions/film.mp4");
    }

    [Fact]
    public async Task Post_Remove_TakesThemAway()
    {
        var file = await portal.AddAsync("captions/gone.mp4", MediaSamples.Mp4());
        using var client = await portal.SignedInAsAsync("editor");
        using var added = await SendAsync(client, file.Id, "en", MediaSamples.Captions);

        var page = await client.GetPageAsync(MediaLinks.Captions(file.Id));
        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Elements["code"] is not null));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/media/captions/gone.mp4?captions=en")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.LastEventAsync("MediaCaptioned")).Summary.ShouldBe("Removed the captions (en) of the file captions/gone.mp4");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string id, string language, string text)
    {
        var form = (await client.GetPageAsync(MediaLinks.Captions(id))).Forms.Single(form => form.Elements["Language"] is not null);
        return await client.SubmitAsync(
            form, null, [("Language", language)], text.Length == 0 ? [] : [new FormFile("Captions", "captions.vtt", "text/vtt", Encoding.UTF8.GetBytes(text))]);
    }
}
