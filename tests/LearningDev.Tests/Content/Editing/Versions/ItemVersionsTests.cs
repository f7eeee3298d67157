using System.Net;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Get_NoItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/no-such-item/versions");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_EverySave_IsAVersionWithWhoWhenAndWhy()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("First words");
        await client.ChangeAsync(id, "Second words", EditorPages.SaveDraft, "The name has changed");
        await client.ChangeAsync(id, "Third words", EditorPages.Publish, "Ready for everybody");

        var rows = (await client.GetPageAsync($"/content/{id}/versions")).QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToList();

        rows.Count.ShouldBe(3);
        rows[0].ShouldContain("Version 3");
        rows[0].ShouldContain("Ready for everybody");
        rows[0].ShouldContain("Published");
        rows[1].ShouldContain("The name has changed");
        rows[1].ShouldContain("Titled Second words");
        rows[1].ShouldContain("Owen Pritchard");
        rows[2].ShouldContain("Earlier");
    }

    [Fact]
    public async Task Save_SameAgain_IsNoOtherVersion()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Saved and published");
        await client.ChangeAsync(id, "Saved and published", EditorPages.SaveDraft);
        await client.ChangeAsync(id, "Saved and published", EditorPages.Publish);

        (await client.GetPageAsync($"/content/{id}/versions")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await portal.LatestAsync(id))!.Number.ShouldBe(1);
    }

    [Fact]
    public async Task Get_ManyVersions_ArePagedAndReadInAFixedNumberOfQueries()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var item = await portal.DraftAsync("Provider", ItemLives.Provider("Much changed"));
        await SaveAsync(item, 1, 24);
        await client.GetPageAsync($"/content/{item.ContentItemId}/versions");
        portal.Queries.Restart();
        var page = await client.GetPageAsync($"/content/{item.ContentItemId}/versions");
        var few = portal.Queries.Count;

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        page.Title.ShouldNotBeNull().ShouldContain("page 1 of 2");
        page.QuerySelector("tbody tr:last-child a[href$='from=5&to=6']").ShouldNotBeNull();
        var last = await client.GetPageAsync($"/content/{item.ContentItemId}/versions?page=2");
        last.QuerySelectorAll("tbody tr").Length.ShouldBe(5);
        last.QuerySelector("tbody tr:last-child a[href*='compare']").ShouldBeNull();
        var one = await portal.DraftAsync("Provider", ItemLives.Provider("Never changed"));
        await client.GetPageAsync($"/content/{one.ContentItemId}/versions");
        portal.Queries.Restart();
        await client.GetPageAsync($"/content/{one.ContentItemId}/versions");
        portal.Queries.Count.ShouldBe(few);
    }

    [Fact]
    public async Task Get_RemovedItem_SaysWhoAndBringsItBack()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.AddProviderAsync("Back again", EditorPages.Publish);
        using var removed = await client.ConfirmAsync(id, "remove");
        var page = await client.GetPageAsync($"/content/{id}/versions");
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Owen Pritchard removed this item on");

        using var answer = await client.SubmitAsync(page.Form("/content/bin"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/content/{id}");
        var item = (await portal.LatestAsync(id))!;
        item.Published.ShouldBeFalse();
        item.Content["AutoroutePart"]!["Path"]!.ToString().ShouldBe("providers/back-again");
    }

    private async Task SaveAsync(ContentItem item, int first, int count)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        foreach (var number in Enumerable.Range(first, count))
        {
            item.Content["Provider"]!["About"]!["Markdown"] = $"Change {number}";
            item = await items.SaveDraftAsync(item);
        }
    }
}
