using System.Net;
using LearningDev.Platform.Data;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Curation.Links;

[Requirement("CMS-04")]
public class LinksTests(LinkPortal portal) : IClassFixture<LinkPortal>
{
    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/content/links", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NothingIsDead_SaysSo() =>
        (await portal.GetDocumentAsync("/content/links", "editor")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("No link is dead");

    [Fact]
    public async Task Get_Moved_ListsTheLinkWithItsUses()
    {
        portal.Answers["/list-old"] = response =>
        {
            response.StatusCode = 301;
            response.Headers.Location = "/list-new";
        };
        await portal.PublishAsync("Moved one", portal.Site.Url("/list-old"));
        await portal.PublishAsync("Moved two", portal.Site.Url("/list-old"));
        await portal.CheckAsync();

        var page = await portal.GetDocumentAsync("/content/links?show=Moved&q=LIST-old", "editor");

        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.QuerySelector("a")!.GetAttribute("href").ShouldBe($"/content/links/{Identifiers.From(portal.Site.Url("/list-old"))}");
        row.TextContent.ShouldContain("Moved");
        row.QuerySelector("td:last-child")!.TextContent.Trim().ShouldBe("2");
        (await portal.GetDocumentAsync("/content", "editor")).QuerySelector("#desk-links")!.ParentElement!.TextContent.ShouldContain("moved for good");
    }

    [Theory]
    [InlineData("?show=nonsense&p=999")]
    [InlineData("?show=All&p=0&q=%00")]
    [InlineData("?show=99")]
    public async Task Get_AbsurdQuery_ShowsAList(string query) => (await portal.GetDocumentAsync($"/content/links{query}", "editor")).QuerySelector("h1")!.TextContent.ShouldBe("Links");

    [Fact]
    public async Task Get_ManyLinks_TakesAFewQueries()
    {
        await portal.PublishAsync("Many links", "", string.Join(' ', Enumerable.Range(1, 60).Select(number => portal.Site.Url($"/many-{number}"))));
        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync("/content/links?show=All");
        portal.Queries.Restart();

        var page = await client.GetPageAsync("/content/links?show=All&q=many-");

        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        portal.Queries.Count.ShouldBeLessThan(8);
    }
}
