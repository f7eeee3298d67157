using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.Tests.Content.Media.Uploading;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class UploadFilesTests(MediaPortal portal)
{
    [Theory]
    [InlineData("employee")]
    [InlineData("democratic-services")]
    public async Task Get_WithoutManageMedia_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);

        using var answer = await client.GetAsync(MediaLinks.Upload);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_UnknownFolder_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.UploadTo("no/such"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Editor_SaysWhatCanBeUploaded()
    {
        var page = await portal.GetDocumentAsync(MediaLinks.Upload, "editor");

        MediaPortal.TextOf(page).ShouldContain("pictures: JPG, PNG, WebP and still GIF, up to 20MB");
        MediaPortal.TextOf(page).ShouldContain("videos: MP4 and WebM, up to 500MB");
    }

    [Fact]
    public async Task Post_NoFile_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "");

        (await answer.ReadPageAsync()).ErrorBeside("Files").ShouldBe("Select a file");
    }

    [Fact]
    public async Task Post_OneFile_IsKeptAndToldToTheAudit()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var content = MediaSamples.Docx();

        using var answer = await MediaPortal.UploadAsync(client, "", ("Plan of the hall.docx", content));

        var file = (await portal.FindAsync("plan-of-the-hall.docx"))!;
        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.File(file.Id));
        (file.Kind, file.AddedBy).ShouldBe((MediaKind.Document, "editor"));
        (await portal.ReadAsync(file.Path)).ShouldBe(content);
        (await portal.LastEventAsync("MediaSaved")).PersonName.ShouldNotBe("The portal");
    }

    [Fact]
    public async Task Post_SeveralFilesOneOfThemBad_KeepsTheOthersAndSaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(
            client, "", ("good one.png", MediaSamples.Picture(width: 61)), ("bad.svg", [1]), ("good two.png", MediaSamples.Picture(width: 62)));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Files")!.ShouldContain("bad.svg cannot be used.");
        page.Banner().ShouldContain("2 files are uploaded.");
        page.QuerySelector(".govuk-notification-banner__link")!.GetAttribute("href")!.ShouldStartWith(MediaLinks.DescribeMany);
        (await portal.FindAsync("good-two.png")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_SeveralPictures_LeadsToTheirDescription()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", ("first view.png", MediaSamples.Picture(width: 63)), ("second view.png", MediaSamples.Picture(width: 64)));

        answer.Headers.Location!.OriginalString.ShouldStartWith(MediaLinks.DescribeMany);
    }

    [Fact]
    public async Task Post_SameNameAgain_TakesNobodysPlace()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var first = await MediaPortal.UploadAsync(client, "", ("twice.png", MediaSamples.Picture(width: 65)));
        using var same = await MediaPortal.UploadAsync(client, "", ("Twice.PNG", MediaSamples.Picture(width: 65)));
        using var other = await MediaPortal.UploadAsync(client, "", ("twice.png", MediaSamples.Picture(width: 66)));

        same.Headers.Location.ShouldBe(first.Headers.Location);
        (await portal.FindAsync("twice-2.png"))!.Width.ShouldBe(66);
    }

    [Fact]
    public async Task Post_PngCalledJpg_IsKeptAsWhatItIs()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", ("screenshot.jpg", MediaSamples.Picture(width: 67)));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.FindAsync("screenshot.png"))!.ContentType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Post_LargePicture_IsMadeSmaller()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await MediaPortal.UploadAsync(client, "", ("wide.jpg", MediaSamples.Picture(SKEncodedImageFormat.Jpeg, 6000, 1500)));

        var file = (await portal.FindAsync("wide.jpg"))!;
        (file.Width, file.Height).ShouldBe((2560, 640));
    }

    [Fact]
    public async Task Post_Script_AnswersInJson()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var token = (await client.GetPageAsync(MediaLinks.Upload)).ValueOf("__RequestVerificationToken");

        var good = await SendAsync(client, token, "by-script.png", MediaSamples.Picture(width: 68), HttpStatusCode.OK);
        var bad = await SendAsync(client, token, "bad.svg", [1], HttpStatusCode.UnprocessableEntity);

        good["next"]!.GetValue<string>().ShouldBe(MediaLinks.File(good["ids"]![0]!.GetValue<string>()));
        bad["error"]!.GetValue<string>().ShouldStartWith("bad.svg cannot be used. SVG pictures can hold script");
    }

    private static async Task<JsonNode> SendAsync(HttpClient client, string token, string name, byte[] content, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(content), "Files", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, MediaLinks.Upload) { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}
