using System.Net;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.FileDetails;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class FileDetailsTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        var file = await portal.AddAsync("details/forbidden.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(MediaLinks.File(file.Id));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoFile_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.File("none"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Picture_ShowsItsFactsAndWhereItIsUsed()
    {
        var file = await portal.AddAsync("details/facts.png", MediaSamples.Picture(width: 300, height: 200), new MediaWords("A map"));
        var id = await portal.SaveNoticeAsync("![A map](/media/details/facts.png)");

        var page = await portal.GetDocumentAsync(MediaLinks.File(file.Id), "editor");

        var text = MediaPortal.TextOf(page);
        text.ShouldContain("300 × 200");
        text.ShouldContain("/media/details/facts.png");
        text.ShouldContain("![A map](/media/details/facts.png)");
        text.ShouldContain("The portal");
        page.QuerySelector($"a[href='/content/{id}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_WhoMayNotManage_IsOfferedNoChange()
    {
        var file = await portal.AddAsync("details/looked-at.png", MediaSamples.Picture());

        var page = await portal.GetDocumentAsync(MediaLinks.File(file.Id), "democratic-services");

        page.QuerySelectorAll("main form").ShouldBeEmpty();
        MediaPortal.TextOf(page).ShouldNotContain("Replace");
    }

    [Fact]
    public async Task Post_NoWords_ShowsError()
    {
        var file = await portal.AddAsync("details/silent.png", MediaSamples.Picture(), new MediaWords());
        using var client = await portal.SignedInAsAsync("editor");
        var page = await client.GetPageAsync(MediaLinks.File(file.Id));
        MediaPortal.TextOf(page).ShouldContain("Nobody has said what this picture shows");

        using var answer = await client.SubmitAsync(page.Form());

        (await answer.ReadPageAsync()).ErrorBeside("Picture.Text").ShouldBe("Enter what the picture shows, or tick that it only decorates");
    }

    [Fact]
    public async Task Post_TwoPeopleAtOnce_TheSecondIsTold()
    {
        var file = await portal.AddAsync("details/two.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(MediaLinks.File(file.Id))).Form();
        await portal.AddAsync("details/two.png", MediaSamples.Picture(), new MediaWords("Theirs", false));

        using var answer = await client.SubmitAsync(form, ("Picture.Text", "Mine"), ("Picture.Decorates", null));

        var page = await answer.ReadPageAsync();
        page.Errors().ShouldHaveSingleItem().ShouldStartWith("Somebody else changed this file");
        page.ValueOf("Picture.Text").ShouldBe("Mine");
        using var again = await client.SubmitAsync(page.Form());
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.FindAsync("details/two.png"))!.AlternativeText.ShouldBe("Mine");
    }

    [Fact]
    public async Task Post_Words_AreSavedAndToldToTheAudit()
    {
        var file = await portal.AddAsync("details/described.png", MediaSamples.Picture(), new MediaWords());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.File(file.Id))).Form(), ("Picture.Text", "A <bridge>"));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.File(file.Id));
        (await portal.FindAsync("details/described.png"))!.AlternativeText.ShouldBe("A <bridge>");
        (await portal.LastEventAsync("MediaDescribed")).SubjectName.ShouldBe("details/described.png");
        (await client.GetPageAsync(MediaLinks.File(file.Id))).QuerySelector(".app-media-preview")!.GetAttribute("alt").ShouldBe("A <bridge>");
    }

    [Fact]
    public async Task Post_Transcript_IsShownBelowThePlayer()
    {
        var file = await portal.AddAsync("details/film.mp4", MediaSamples.Mp4());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.File(file.Id))).Form(), ("Transcript", "**Ada**: welcome. <script>"));

        var page = await client.GetPageAsync(MediaLinks.File(file.Id));
        page.QuerySelector("video source")!.GetAttribute("type").ShouldBe("video/mp4");
        page.QuerySelector(".app-media-player details strong")!.TextContent.ShouldBe("Ada");
        page.QuerySelector(".app-media-player script").ShouldBeNull();
    }
}
