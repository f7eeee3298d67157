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
public class NewFolderTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_WithoutManageMedia_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("democratic-services");

        using var answer = await client.GetAsync(MediaLinks.NewFolder(""));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_InsideUnknownFolder_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.NewFolder("no/such"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(" ", "Enter a name")]
    [InlineData("../..", "Use letters or digits in the name")]
    public async Task Post_NameThatCannotBe_ShowsError(string name, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.NewFolder(""))).Form(), ("Name", name));

        (await answer.ReadPageAsync()).ErrorBeside("Name").ShouldBe(message);
    }

    [Fact]
    public async Task Post_Name_MakesTheFolderOnce()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.NewFolder(""))).Form(), ("Name", "Fire & Rescue"));
        using var inside = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.NewFolder("fire-rescue"))).Form(), ("Name", "2026"));
        using var again = await client.SubmitAsync((await client.GetPageAsync(MediaLinks.NewFolder(""))).Form(), ("Name", "fire rescue"));

        answer.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Folder("fire-rescue"));
        inside.Headers.Location!.OriginalString.ShouldBe(MediaLinks.Folder("fire-rescue/2026"));
        (await again.ReadPageAsync()).ErrorBeside("Name").ShouldBe("There is a folder of this name already");
        (await portal.LastEventAsync("MediaFolderChanged")).Summary.ShouldStartWith("Made the media folder ");
        MediaPortal.TextOf(await client.GetPageAsync(MediaLinks.Folder("fire-rescue/2026"))).ShouldContain("No file is in this folder itself");
    }
}
