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
    public async Task Get_EarlierVersion_ShowsItAsItWasSaved()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var (id, first) = await TwoVersionsAsync(client, "First name", "Second name");

        var page = await client.GetPageAsync(first);

        page.QuerySelector("h1")!.TextContent.ShouldBe("First name");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("This is version 1, as Owen Pritchard saved it on");
        page.QuerySelector("main")!.TextContent.ShouldContain("/providers/first-name");
        id.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_NewestVersion_OffersNothingToRestore()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("To read");
        var item = (await portal.LatestAsync(id))!;

        var page = await client.GetPageAsync($"/content/{id}/versions/{item.ContentItemVersionId}");

        page.QuerySelector("h1")!.TextContent.ShouldBe("To read");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Get_VersionThatIsNotThereOrOfAnotherItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Only this", EditorPages.Publish);
        var other = (await portal.LatestAsync(await client.AddProviderAsync("Somebody else's")))!;

        using var none = await client.GetAsync($"/content/{id}/versions/none");
        using var foreign = await client.GetAsync($"/content/{id}/versions/{other.ContentItemVersionId}");

        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Restore_MakesANewDraftOfTheEarlierVersion()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var (id, first) = await TwoVersionsAsync(client, "As it was", "As it is");
        var form = (await client.GetPageAsync(first)).Form(first);

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        again.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        var latest = (await portal.LatestAsync(id))!;
        (latest.DisplayText, latest.Number, latest.Note, latest.Published).ShouldBe(("As it was", 3, "Restored version 1", false));
        (await portal.PublishedAsync(id))!.DisplayText.ShouldBe("As it is");
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentPublished", "ContentRestored"]);
    }

    [Fact]
    public async Task Post_OwnDraftIsNewest_RestoringKeepsIt()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var (id, first) = await TwoVersionsAsync(client, "Long ago", "Now");
        await client.ChangeAsync(id, "My draft", EditorPages.SaveDraft);

        using var answer = await client.SubmitAsync((await client.GetPageAsync(first)).Form(first));

        var titles = (await client.GetPageAsync($"/content/{id}/versions")).QuerySelector("tbody")!.TextContent;
        titles.ShouldContain("Titled My draft");
        (await portal.LatestAsync(id))!.Number.ShouldBe(4);
    }

    [Fact]
    public async Task Post_SomebodyElseHasSavedSince_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var other = await portal.SignedInAsAsync("administrator");
        var (id, first) = await TwoVersionsAsync(client, "Old", "New");
        var form = (await client.GetPageAsync(first)).Form(first);
        await other.ChangeAsync(id, "Newer still", EditorPages.SaveDraft);

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("has saved version 3 since you opened this page");
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("Newer still");
    }

    [Fact]
    public async Task Post_AddressTakenMeanwhile_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Contested");
        using var moved = await client.PressAsync((await client.GetPageAsync($"/content/{id}")).ItemForm(), EditorPages.SaveDraft, ("AutoroutePart.Path", "providers/elsewhere"));
        await client.AddProviderAsync("Contested");
        var first = (await client.GetPageAsync($"/content/{id}/versions")).QuerySelectorAll("tbody th a")[^1].GetAttribute("href")!;

        using var answer = await client.SubmitAsync((await client.GetPageAsync(first)).Form(first));

        (await answer.ReadPageAsync()).Errors()[0].ShouldContain("The address providers/contested is used by another page");
    }

    private static async Task<(string Id, string First)> TwoVersionsAsync(HttpClient client, string before, string after)
    {
        var id = await client.AddProviderAsync(before, EditorPages.Publish);
        await client.ChangeAsync(id, after, EditorPages.Publish);
        return (id, (await client.GetPageAsync($"/content/{id}/versions")).QuerySelectorAll("tbody th a")[^1].GetAttribute("href")!);
    }
}
