using System.Net;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Foldering;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class ChangeFolderTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.ChangeFolder("any"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoFolder_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.ChangeFolder("no/such"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_NameThatIsTaken_ShowsError()
    {
        await portal.AddAsync("first/a.png", MediaSamples.Picture());
        await portal.AddAsync("second/a.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync(await FormAsync(client, "first"), ("Name", "second"));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Name").ShouldBe("There is a folder of this name already");
        MediaPortal.TextOf(page).ShouldContain("A folder can be removed when nothing is in it");
    }

    [Fact]
    public async Task Post_OtherPlace_TakesAllAlongAndKeepsLinks()
    {
        await portal.AddAsync("old/deep/b.png", MediaSamples.Picture(width: 93));
        await portal.AddAsync("archive/c.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync(await FormAsync(client, "old"), ("Name", "Old things"), ("Inside", "archive"));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Folder("archive/old-things"));
        (await portal.FindAsync("old/deep/b.png"))!.Path.ShouldBe("archive/old-things/deep/b.png");
        (await client.GetAsync("/media/old/deep/b.png")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync(MediaLinks.Folder("old"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetAsync(MediaLinks.Folder("archive/old-things/deep"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.LastEventAsync("MediaFolderChanged")).Summary.ShouldBe("Moved the media folder old to archive/old-things, with 1 file");
    }

    [Fact]
    public async Task Post_Remove_TakesAnEmptyFolderAway()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var made = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.NewFolder(""))).Form(), ("Name", "empty"));
        var page = await client.GetPageAsync(MediaLinks.ChangeFolder("empty"));

        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Action.Contains("handler=Remove", StringComparison.Ordinal)));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Library);
        (await client.GetAsync(MediaLinks.Folder("empty"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await portal.LastEventAsync("MediaFolderChanged")).Summary.ShouldBe("Removed the media folder empty");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlFormElement> FormAsync(HttpClient client, string folder) =>
        (await client.GetPageAsync(MediaLinks.ChangeFolder(folder))).Forms.Single(form => form.Elements["Inside"] is not null);
}
