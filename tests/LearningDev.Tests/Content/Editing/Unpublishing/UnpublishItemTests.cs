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
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/unpublish");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Unpublish_LeavesADraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Withdraw me", EditorPages.Publish);

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/unpublish")).Form($"/content/{id}/unpublish"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        (await portal.PublishedAsync(id)).ShouldBeNull();
        (await portal.LatestAsync(id)).ShouldNotBeNull();
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentUnpublished"]);
    }

    [Fact]
    public async Task Get_Draft_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Only a draft");

        using var answer = await client.GetAsync($"/content/{id}/unpublish");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
