using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Versions;

[Requirement("CMS-01")]
public class ItemVersionsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/versions");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_Restore_MakesTheEarlierVersionTheDraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("As it was", EditorPages.Publish);
        using var changed = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.Publish, ("TitlePart.Title", "As it is"));
        var page = await client.GetPageAsync($"/content/{id}/versions");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.QuerySelector("tbody")!.TextContent.ShouldContain("Owen Pritchard");

        using var answer = await client.SubmitAsync(page.Form($"/content/{id}/versions"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("As it was");
        (await portal.PublishedAsync(id))!.DisplayText.ShouldBe("As it is");
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentPublished", "ContentRestored"]);
    }

    [Fact]
    public async Task Post_RestoreRemoved_BringsItBackAsDraft()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Back again", EditorPages.Publish);
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/remove")).Form($"/content/{id}/remove"));
        var page = await client.GetPageAsync($"/content/{id}/versions");

        using var answer = await client.SubmitAsync(page.Form($"/content/{id}/versions"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var item = (await portal.LatestAsync(id))!;
        item.Published.ShouldBeFalse();
        item.Content["AutoroutePart"]!["Path"]!.ToString().ShouldBe("providers/back-again");
    }

    [Fact]
    public async Task Post_AddressTakenMeanwhile_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Contested");
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/remove")).Form($"/content/{id}/remove"));
        await client.AddProviderAsync("Contested");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/content/{id}/versions")).Form($"/content/{id}/versions"));

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("The address providers/contested is used by another page");
        (await portal.LatestAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Post_VersionOfAnotherItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Mine to restore", EditorPages.Publish);
        using var changed = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("TitlePart.Title", "Newer"));
        var form = (await client.GetPageAsync($"/content/{id}/versions")).Form($"/content/{id}/versions");
        var other = (await portal.LatestAsync(await client.AddProviderAsync("Somebody else's")))!;

        using var answer = await client.SubmitAsync(form, ("RestoreVersionId", other.ContentItemVersionId));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
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
