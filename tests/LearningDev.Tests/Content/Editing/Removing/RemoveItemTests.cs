using System.Net;
using System.Text.Json.Nodes;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Removing;

[Requirement("CMS-01")]
public class RemoveItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("remove")]
    [InlineData("unpublish")]
    public async Task Get_Employee_IsForbidden(string page)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync($"/content/x/{page}");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Remove_TakesItFromTheListAndKeepsItsVersions()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Remove me", EditorPages.Publish);
        var form = (await client.GetPageAsync($"/content/{id}/remove")).Form($"/content/{id}/remove");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}/versions");
        again.Headers.Location!.OriginalString.ShouldBe($"/content/{id}/versions");
        (await portal.PublishedAsync(id)).ShouldBeNull();
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentRemoved"]);
        (await client.GetPageAsync($"/content/{id}/versions")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        using var edit = await client.GetAsync($"/content/{id}");
        edit.Headers.Location!.OriginalString.ShouldBe($"/content/{id}/versions");
    }

    [Fact]
    public async Task Post_NoItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Still here");
        var form = (await client.GetPageAsync($"/content/{id}/remove")).Form($"/content/{id}/remove");
        form.Action = "/content/no-such-item/remove";

        using var answer = await client.SubmitAsync(form);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ItemThatOthersReferTo_SaysHowMany()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Much used", EditorPages.Publish);
        await portal.DefineAsync("Reference", ("ContentPickerField", "Of", []));
        await portal.PublishAsync("Reference", new JsonObject
        {
            ["TitlePart"] = new JsonObject { ["Title"] = "Refers" },
            ["Reference"] = new JsonObject { ["Of"] = new JsonObject { ["ContentItemIds"] = new JsonArray(id) } },
        });

        var page = await client.GetPageAsync($"/content/{id}/remove");

        page.QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("1 other item refers to it");
        page.QuerySelectorAll("main li a").Select(link => link.TextContent).ShouldBe(["Refers"]);
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
}
