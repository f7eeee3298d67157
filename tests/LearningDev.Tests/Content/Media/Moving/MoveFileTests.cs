using System.Net;
using LearningDev.Content.Media;
using LearningDev.Tests.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Moving;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MoveFileTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.Move("any"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoFile_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Move("none"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "Enter a name")]
    [InlineData("…", "Use letters or digits in the name")]
    [InlineData("Taken", "There is a file of this name in the folder already")]
    public async Task Post_NameThatCannotBe_ShowsError(string name, string message)
    {
        var file = await portal.AddAsync("moving/stays.png", MediaSamples.Picture());
        await portal.AddAsync("moving/taken.png", MediaSamples.Picture());
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Move(file.Id))).Form(), ("Name", name));

        var page = await answer.ReadPageAsync();
        page.ErrorBeside("Name").ShouldBe(message);
        page.ValueOf("Name").ShouldBe(name);
    }

    [Fact]
    public async Task Post_OtherFolderAndName_KeepsLinks()
    {
        var file = await portal.AddAsync("moving/old name.png", MediaSamples.Picture(width: 91));
        await portal.AddAsync("target/x.png", MediaSamples.Picture());
        var notice = await portal.SaveNoticeAsync("![](/media/moving/old%20name.png)");
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Move(file.Id))).Form(), ("Folder", "target"), ("Name", "New Name.png"));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.File(file.Id));
        (await portal.FindAsync("target/new-name.png"))!.Id.ShouldBe(file.Id);
        (await client.GetAsync("/media/moving/old%20name.png")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetPageAsync(MediaLinks.File(file.Id))).QuerySelector($"a[href='/content/{notice}']").ShouldNotBeNull();
        (await portal.LastEventAsync("MediaMoved")).Summary.ShouldBe("Moved the file moving/old name.png to target/new-name.png");
    }

    [Fact]
    public async Task Post_BackToWhereItWas_IsPossible()
    {
        var file = await portal.AddAsync("moving/back.png", MediaSamples.Picture(width: 92));
        using var client = await portal.SignedInAsAsync("editor");
        using var there = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Move(file.Id))).Form(), ("Name", "there"));

        using var back = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.Move(file.Id))).Form(), ("Name", "back"));

        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.FindAsync("moving/back.png"))!.Path.ShouldBe("moving/back.png");
        (await portal.FindAsync("moving/there.png"))!.Id.ShouldBe(file.Id);
    }
}
