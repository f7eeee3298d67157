using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Versions;

[Requirement("CMS-01")]
public class ItemVersionTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/versions/y");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Version_ShowsWhatWasFilledIn()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("To read");
        var item = (await portal.LatestAsync(id))!;

        var page = await client.GetPageAsync($"/content/{id}/versions/{item.ContentItemVersionId}");

        page.QuerySelector("h1")!.TextContent.ShouldBe("To read");
        page.QuerySelector("main")!.TextContent.ShouldContain("/providers/to-read");
        page.QuerySelector("main input").ShouldBeNull();
    }
}
