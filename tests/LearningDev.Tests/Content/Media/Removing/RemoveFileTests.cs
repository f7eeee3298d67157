using System.Net;
using LearningDev.Content.Media;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Removing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class RemoveFileTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.Remove("any"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoFile_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Remove("none"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_UsedFile_NamesWhatShowsItAndOffersNoButton()
    {
        var file = await portal.AddAsync("removing/used.png", MediaSamples.Picture());
        var notice = await portal.SaveNoticeAsync("", ["removing/used.png"], publish: false);

        var page = await portal.GetDocumentAsync(MediaLinks.Remove(file.Id), "editor");

        MediaPortal.TextOf(page).ShouldContain("used.png cannot be removed");
        page.QuerySelector($"a[href='/content/{notice}']").ShouldNotBeNull();
        page.QuerySelector("main button").ShouldBeNull();
    }

    [Fact]
    public async Task Post_UsedMeanwhile_IsRefused()
    {
        var file = await portal.AddAsync("removing/meanwhile.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");
        var form = (await client.GetPageAsync(MediaLinks.Remove(file.Id))).Form();
        await portal.SaveNoticeAsync("![](/media/removing/meanwhile.png)");

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("because content shows it");
        (await portal.FindAsync("removing/meanwhile.png")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Post_UnusedFile_IsRemovedForGood()
    {
        var file = await portal.AddAsync("removing/unused.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Remove(file.Id))).Form());

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Folder("removing"));
        (await portal.FindAsync("removing/unused.png")).ShouldBeNull();
        (await client.GetAsync("/media/removing/unused.png")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<MediaChunk>().AnyAsync(piece => piece.BlobId == file.BlobId)).ShouldBeFalse();
        (await portal.LastEventAsync("MediaRemoved")).SubjectName.ShouldBe("removing/unused.png");
    }
}
