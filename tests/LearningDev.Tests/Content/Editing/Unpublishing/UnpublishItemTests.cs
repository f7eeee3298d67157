using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Unpublishing;

[Requirement("CMS-01")]
public class UnpublishItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_PublishedItem_TakesItOffThePortalAndKeepsTheDraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Off the portal", EditorPages.Publish);
        var page = await client.GetPageAsync($"/content/{id}/unpublish");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Take Off the portal off the portal?");

        using var answer = await client.SubmitAsync(page.Form($"/content/{id}/unpublish"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PublishedAsync(id)).ShouldBeNull();
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("Off the portal");
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentUnpublished"]);
    }
}
