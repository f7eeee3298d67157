using System.Net;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using SkiaSharp;
using Xunit;

namespace LearningDev.Tests.Content.Media.Replacing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class ReplaceFileTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.Replace("any"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoFile_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Replace("none"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_UsedFile_SaysHowManyShowIt()
    {
        var file = await portal.AddAsync("replaced/used.docx", MediaSamples.Docx());
        await portal.SaveNoticeAsync("[It](/media/replaced/used.docx)");

        var page = await portal.GetDocumentAsync(MediaLinks.Replace(file.Id), "editor");

        MediaPortal.TextOf(page).ShouldContain("1 item shows it now.");
        page.QuerySelector("[type=file]")!.GetAttribute("accept").ShouldBe(".docx");
    }

    [Theory]
    [InlineData("other.png", "A DOCX file can only be replaced by another")]
    [InlineData("other.svg", "SVG pictures can hold script")]
    public async Task Post_OtherKind_ShowsError(string name, string message)
    {
        var file = await portal.AddAsync("replaced/kept.docx", MediaSamples.Docx());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await SendAsync(client, file.Id, name, MediaSamples.Picture());

        (await answer.ReadPageAsync()).ErrorBeside("File")!.ShouldContain(message);
        (await portal.FindAsync("replaced/kept.docx"))!.Hash.ShouldBe(file.Hash);
    }

    [Fact]
    public async Task Post_NoFile_ShowsError()
    {
        var file = await portal.AddAsync("replaced/kept.docx", MediaSamples.Docx());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Replace(file.Id))).Form());

        (await answer.ReadPageAsync()).ErrorBeside("File").ShouldBe("Select a file");
    }

    [Fact]
    public async Task Post_OtherPicture_KeepsTheAddressAndTellsCaches()
    {
        var file = await portal.AddAsync("replaced/view.jpg", MediaSamples.Picture(SKEncodedImageFormat.Jpeg), new MediaWords("The view"));
        using var client = await portal.SignedInAsAsync("editor");
        using var before = await client.GetAsync("/media/replaced/view.jpg");

        using var answer = await SendAsync(client, file.Id, "new.png", MediaSamples.Picture(width: 90, left: SKColors.Green));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.File(file.Id));
        using var after = await client.GetAsync("/media/replaced/view.jpg");
        after.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
        using var picture = SKBitmap.Decode(await after.Content.ReadAsByteArrayAsync());
        picture.Width.ShouldBe(90);
        var now = (await portal.FindAsync("replaced/view.jpg"))!;
        (now.AlternativeText, now.Id, now.ModifiedBy).ShouldBe(("The view", file.Id, "editor"));
        (await portal.LastEventAsync("MediaSaved")).SubjectName.ShouldBe("replaced/view.jpg");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string id, string name, byte[] content) =>
        await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Replace(id))).Form(), null, [], [new FormFile("File", name, "image/png", content)]);
}
