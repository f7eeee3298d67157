using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Media;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Media.Browsing;

[Requirement("CMS-03")]
[Collection(nameof(MediaPortal))]
public class MediaFindTests(MediaPortal portal)
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(MediaLinks.Find);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Words_FindsFilesWithWhatAPickerNeeds()
    {
        await portal.AddAsync("found/lighthouse.png", MediaSamples.Picture(width: 500), new MediaWords("A lighthouse"));
        await portal.AddAsync("found/lighthouse.docx", MediaSamples.Docx());
        using var client = await portal.SignedInAsAsync("editor");

        var found = JsonNode.Parse(await client.GetStringAsync(MediaLinks.Find + "?q=lighthouse&kind=picture"))!;

        found["total"]!.GetValue<int>().ShouldBe(1);
        var file = found["files"]![0]!;
        file["path"]!.GetValue<string>().ShouldBe("found/lighthouse.png");
        file["url"]!.GetValue<string>().ShouldBe("/media/found/lighthouse.png");
        file["text"]!.GetValue<string>().ShouldBe("A lighthouse");
        file["isDescribed"]!.GetValue<bool>().ShouldBeTrue();
        (await client.GetAsync(file["thumbnail"]!.GetValue<string>())).Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
    }

    [Theory]
    [InlineData("?kind=nonsense")]
    [InlineData("?q=%00")]
    [InlineData("?q=%25")]
    public async Task Get_OddQuestion_IsAnswered(string query)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(MediaLinks.Find + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
