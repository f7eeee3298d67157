using System.Net;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Comparing;

[Requirement("CMS-01")]
public class CompareVersionsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync("/content/x/compare");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoItem_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/no-such-item/compare");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_WithoutNumbers_ComparesTheNewestWithTheOneBeforeWordByWord()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await SavedAsync("We teach well in Leeds.", "We teach very well in York.");

        var page = await client.GetPageAsync($"/content/{id}/compare");

        var text = page.QuerySelectorAll(".app-difference__text").First(element => element.TextContent.Contains("teach", StringComparison.Ordinal));
        text.QuerySelector("del")!.TextContent.ShouldContain("removed: Leeds");
        text.QuerySelectorAll("ins").Select(element => element.TextContent).ShouldContain(added => added.Contains("very", StringComparison.Ordinal));
        page.QuerySelector(".govuk-details__summary-text")!.TextContent.ShouldContain("same in both");
        page.QuerySelector(".app-difference h3")!.TextContent.ShouldBe("About the provider");
    }

    [Fact]
    public async Task Get_NumbersTheOtherWayRound_ComparesTheEarlierWithTheLater()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await SavedAsync("One", "Two", "Three");

        var page = await client.GetPageAsync($"/content/{id}/compare?from=3&to=1");

        page.ValueOf("from").ShouldBe("1");
        page.QuerySelector(".app-difference del")!.TextContent.ShouldContain("One");
        page.QuerySelector(".app-difference ins")!.TextContent.ShouldContain("Three");
    }

    [Theory]
    [InlineData("?from=1&to=9", "There is no version 9. The newest is version 2")]
    [InlineData("?from=one&to=2", "Enter the number of a version, like 3")]
    [InlineData("?from=0&to=99999999999", "Enter the number of a version, like 3")]
    public async Task Get_NumberThatIsNone_ShowsError(string query, string message)
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await SavedAsync("Before", "After");

        var page = await client.GetPageAsync($"/content/{id}/compare{query}");

        page.Errors().ShouldContain(message);
    }

    [Fact]
    public async Task Get_OneVersionOnly_SaysThatThereIsNothingToCompare()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await SavedAsync("Alone");

        (await client.GetPageAsync($"/content/{id}/compare")).Errors().ShouldBe(["There is one version only: there is nothing to compare it with"]);
    }

    [Fact]
    public async Task Get_PickersAndTopics_AreComparedByTitle()
    {
        using var client = await portal.SignedInAsAsync("editor");
        const string Id = "managing-stress";
        await using (var scope = portal.Scope())
        {
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var provider = await items.PublishAsync(New(items, "Compared Learning Ltd"));
            var item = (await items.FindAsync(Id, VersionChoice.Latest))!;
            item.Content["LearningPart"]!["Provider"] = new JsonObject { ["ContentItemIds"] = new JsonArray(provider.ContentItemId) };
            item.Content["LearningPart"]!["Topics"]!["TermContentItemIds"] = new JsonArray("topic-leadership");
            item.Content["UnknownPart"] = new JsonObject { ["A"] = 1 };
            await items.SaveDraftAsync(item);
        }

        var page = await client.GetPageAsync($"/content/{Id}/compare");

        var changes = page.QuerySelectorAll(".app-difference").Select(change => change.TextContent).ToList();
        changes.ShouldContain(change => change.Contains("added: Compared Learning Ltd", StringComparison.Ordinal));
        changes.ShouldNotContain(change => change.Contains("topic-leadership", StringComparison.Ordinal));
        page.QuerySelector("main")!.TextContent.ShouldContain("It differs, in a way that this page cannot show");
    }

    private static ContentItem New(ContentItems items, string title)
    {
        var item = items.New("Provider");
        item.Content = ItemLives.Provider(title);
        return item;
    }

    private async Task<string> SavedAsync(params string[] texts)
    {
        await using var scope = portal.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = New(items, "Compared");
        foreach (var text in texts)
        {
            item.Content["Provider"]!["About"]!["Markdown"] = text;
            item = await items.SaveDraftAsync(item);
        }

        return item.ContentItemId;
    }
}
