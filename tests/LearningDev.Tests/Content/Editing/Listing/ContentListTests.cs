using System.Net;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Editing.Listing;

[Requirement("CMS-01")]
public class ContentListTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/content";

    [Fact]
    public async Task Get_Employee_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Editor_ShowsNewestFirstInPages()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Zebra crossing training");

        var page = await client.GetPageAsync(Url);

        page.QuerySelector("tbody th")!.TextContent.Trim().ShouldBe("Zebra crossing training");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        page.QuerySelector(".govuk-pagination a[href*='p=2']").ShouldNotBeNull();
        (await client.GetPageAsync($"{Url}?p=2")).QuerySelector("tbody th")!.TextContent.ShouldNotBe(page.QuerySelector("tbody th")!.TextContent);
    }

    [Fact]
    public async Task Get_StateAndWords_NarrowTheList()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.AddProviderAsync("Quokka draft");
        var live = await client.AddProviderAsync("Quokka live", EditorPages.Publish);
        var changed = await client.AddProviderAsync("Quokka changed", EditorPages.Publish);
        using var saved = await client.PressAsync((await client.GetPageAsync($"{Url}/{changed}")).ItemForm(), EditorPages.SaveDraft, ("TitlePart.Title", "Quokka changed since"));
        var gone = await client.AddProviderAsync("Quokka gone");
        using var removed = await client.SubmitAsync((await client.GetPageAsync($"{Url}/{gone}/remove")).Form($"{Url}/{gone}/remove"));

        (await TitlesAsync(client, "?q=QUOKKA")).ShouldBe(["Quokka changed since", "Quokka live", "Quokka draft"]);
        (await TitlesAsync(client, "?q=quokka&state=Draft")).ShouldBe(["Quokka draft"]);
        (await TitlesAsync(client, "?q=quokka&state=Published")).ShouldBe(["Quokka live"]);
        (await TitlesAsync(client, "?q=quokka&state=NewerDraft")).ShouldBe(["Quokka changed since"]);
        (await TitlesAsync(client, "?q=quokka&type=Course")).ShouldBeEmpty();
        live.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Get_NothingFound_SaysSo()
    {
        var page = await portal.GetDocumentAsync($"{Url}?q=xyzzyx", "editor");

        page.QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found");
    }

    [Fact]
    public async Task Get_AnyNumberOfRows_AsksTheDatabaseAsOften()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync(Url);
        portal.Queries.Restart();
        await client.GetPageAsync($"{Url}?q=councillor");
        var few = portal.Queries.Count;
        portal.Queries.Restart();
        var page = await client.GetPageAsync(Url);

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(few + 1);
        portal.Queries.Count.ShouldBeLessThan(12);
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("?p=-1")]
    [InlineData("?p=99999")]
    [InlineData("?p=x&state=Nonsense&type=Nonsense")]
    [InlineData("?q=%25_'%22%00")]
    public async Task Get_StrangeQuestions_AreAnswered(string query)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(Url + query);

        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    private static async Task<List<string>> TitlesAsync(HttpClient client, string query) =>
        [.. (await client.GetPageAsync(Url + query)).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
}
