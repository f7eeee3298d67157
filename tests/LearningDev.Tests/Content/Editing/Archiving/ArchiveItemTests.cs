using System.Net;
using LearningDev.Content.Editing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Archiving;

[Requirement("CMS-01")]
public class ArchiveItemTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/archive");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/no-such-item/archive");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_PublishedEntry_LeavesTheCatalogueAndItsAddressSaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var employee = await portal.SignedInAsAsync("employee");
        const string Id = "managing-stress";
        var address = (await client.GetPageAsync($"/content/{Id}")).QuerySelector("main a[href^='/catalogue/']")!.GetAttribute("href")!;
        var page = await client.GetPageAsync($"/content/{Id}/archive");

        using var answer = await client.SubmitAsync(page.Form($"/content/{Id}/archive"), ("ChangeNote", "The provider has closed"));
        using var again = await client.SubmitAsync(page.Form($"/content/{Id}/archive"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{Id}/versions");
        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.PublishedAsync(Id)).ShouldBeNull();
        (await portal.LatestAsync(Id))!.ArchivedUtc.ShouldNotBeNull();
        (await portal.EventsAsync(Id)).TakeLast(2).ShouldBe(["ContentUnpublished", "ContentArchived"]);
        using var seen = await employee.GetAsync(address);
        seen.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await seen.Content.ReadAsStringAsync()).ShouldContain("This is no longer offered");
        using var edit = await client.GetAsync($"/content/{Id}");
        edit.Headers.Location!.OriginalString.ShouldBe($"/content/{Id}/versions");
        (await client.GetPageAsync($"/content/{Id}/versions")).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Owen Pritchard archived this item on");
    }

    [Fact]
    public async Task Post_Out_MakesItADraftThatCanBePublished()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("In and out", EditorPages.Publish);
        using var archived = await client.ConfirmAsync(id, "archive");
        var page = await client.GetPageAsync($"/content/{id}/archive");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Take In and out out of the archive?");

        using var answer = await client.SubmitAsync(page.Forms.Single(form => form.Action.EndsWith("handler=Out", StringComparison.Ordinal)));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        var item = (await portal.LatestAsync(id))!;
        (item.ArchivedUtc, item.Published).ShouldBe((null, false));
        await client.ChangeAsync(id, "In and out", EditorPages.Publish);
        (await portal.EventsAsync(id)).ShouldBe(["ContentPublished", "ContentUnpublished", "ContentArchived", "ContentTakenOutOfArchive", "ContentPublished"]);
    }

    [Fact]
    public async Task Post_FormOpenedBeforeItWasArchived_IsToldAndSavesNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Archived meanwhile", EditorPages.Publish);
        var form = (await client.GetPageAsync($"/content/{id}")).ItemForm();
        using var archived = await client.ConfirmAsync(id, "archive");

        using var answer = await client.PressAsync(form, EditorPages.Publish, ("TitlePart.Title", "Changed"));

        using var merge = await client.GetAsync(answer.Headers.Location!.OriginalString);
        merge.Headers.Location!.OriginalString.ShouldBe($"/content/{id}/versions");
        (await client.GetPageAsync($"/content/{id}/versions")).Banner().ShouldContain("What you typed is kept");
        (await portal.LatestAsync(id))!.DisplayText.ShouldBe("Archived meanwhile");
    }

    [Fact]
    public async Task Get_List_ShowsTheArchivedOnlyWhenAsked()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Numbat archived");
        using var archived = await client.ConfirmAsync(id, "archive");

        (await client.GetPageAsync("/content?q=numbat")).QuerySelector("tbody").ShouldBeNull();
        (await client.GetPageAsync("/content?q=numbat&state=Archived")).QuerySelector("tbody th a")!.GetAttribute("href").ShouldBe($"/content/{id}/versions");
        (await client.GetPageAsync("/content?q=numbat&state=Draft")).QuerySelector("tbody").ShouldBeNull();
    }

    [Fact]
    public async Task Post_NoteIsAskedForAndMissing_ShowsError()
    {
        await portal.AskForNotesAsync(NoteRule.WhenPublishing);
        using var client = await portal.SignedInAsAsync("editor");
        var item = await portal.PublishAsync("Provider", ItemLives.Provider("Why archived"));

        using var answer = await client.ConfirmAsync(item.ContentItemId, "archive");

        (await answer.ReadPageAsync()).ErrorBeside("ChangeNote").ShouldBe("Enter a note of the change: what you changed, and why");
        (await portal.PublishedAsync(item.ContentItemId)).ShouldNotBeNull();
        await portal.AskForNotesAsync(NoteRule.Optional);
    }
}
