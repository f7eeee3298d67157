using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Content.Search.Evidence;

[Requirement("CAT-04")]
public class SearchesTests(PortalHost portal) : IClassFixture<PortalHost>, IAsyncLifetime
{
    private const string Url = "/content/searches";

    public async Task InitializeAsync()
    {
        if ((await portal.EvidenceAsync("juggling")).Count > 0)
        {
            return;
        }

        await portal.AddEvidenceAsync("juggling", daysAgo: 0, searches: 5, withoutResult: 5, clicks: 0);
        await portal.AddEvidenceAsync("juggling", daysAgo: 3, searches: 2, withoutResult: 2, clicks: 0);
        await portal.AddEvidenceAsync("hgv", daysAgo: 2, searches: 4, withoutResult: 1, clicks: 9);
        await portal.AddEvidenceAsync("unicycling for beginners", daysAgo: 1, searches: 3, withoutResult: 0, clicks: 0);
        await portal.AddEvidenceAsync("=cmd|' /c calc'!a0", daysAgo: 1, searches: 1, withoutResult: 1, clicks: 0);
        await portal.AddEvidenceAsync("only opened today", daysAgo: 0, searches: 0, withoutResult: 0, clicks: 1);
        await portal.AddEvidenceAsync("long ago", daysAgo: 60, searches: 50, withoutResult: 50, clicks: 0);
        for (var number = 0; number < 25; number++)
        {
            await portal.AddEvidenceAsync($"filler {number:00}", daysAgo: 20, searches: 1, withoutResult: 0, clicks: 1);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData(Url)]
    [InlineData("/content/searches.csv")]
    public async Task Get_Employee_IsForbidden(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.GetAsync(url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Url)]
    [InlineData("/content/searches.csv")]
    public async Task Get_SignedOut_AsksToSignIn(string url)
    {
        using var client = portal.SignedOut();

        using var answer = await client.GetAsync(url);

        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_All_AddsDaysUpMostOftenFirstInPages()
    {
        using var client = await portal.SignedInAsAsync("editor");

        var page = await client.GetPageAsync(Url);

        var rows = Rows(page);
        rows[0].ShouldBe(["juggling", "7", "7", "–"]);
        rows[1].ShouldBe(["hgv", "4", "1", "3 of 3"]);
        rows[2].ShouldBe(["unicycling for beginners", "3", "0", "0 of 3"]);
        rows.Count.ShouldBe(20);
        rows.ShouldNotContain(row => row[0] == "only opened today" || row[0] == "long ago");
        page.QuerySelector(".govuk-pagination a[href*='p=2']").ShouldNotBeNull();
        page.QuerySelector("tbody")!.TextContent.ShouldContain("Has synonyms");
        page.QuerySelector("tbody th a")!.GetAttribute("href").ShouldBe("/catalogue?q=juggling");
    }

    [Theory]
    [InlineData("?show=Nothing&q=g", "juggling", "hgv")]
    [InlineData("?show=Unopened", "unicycling for beginners")]
    [InlineData("?q=JUGG", "juggling")]
    [InlineData("?q=beginners+uni", "unicycling for beginners")]
    [InlineData("?days=90&q=long", "long ago")]
    [InlineData("?days=7&order=Words&q=g", "hgv", "juggling", "unicycling for beginners")]
    public async Task Get_Filtered_NarrowsAndOrders(string query, params string[] texts)
    {
        using var client = await portal.SignedInAsAsync("editor");

        Rows(await client.GetPageAsync(Url + query)).Select(row => row[0]).ShouldBe(texts);
    }

    [Fact]
    public async Task Get_NothingFits_SaysSo()
    {
        using var client = await portal.SignedInAsAsync("editor");

        (await client.GetPageAsync($"{Url}?q=xyzzy")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing found");
    }

    [Theory]
    [InlineData("?p=-1")]
    [InlineData("?p=99999")]
    [InlineData("?p=x&show=Nonsense&days=12345678901&order=9")]
    [InlineData("?q=%25_'%22%00")]
    public async Task Get_StrangeQuestions_AreAnswered(string query)
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync(Url + query);
        using var file = await client.GetAsync("/content/searches.csv" + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        file.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_AnyNumberOfRows_AsksTheDatabaseAsOften()
    {
        using var client = await portal.SignedInAsAsync("editor");
        await client.GetPageAsync(Url);
        portal.Queries.Restart();
        await client.GetPageAsync($"{Url}?q=juggling");
        var few = portal.Queries.Count;
        portal.Queries.Restart();
        await client.GetPageAsync(Url);

        portal.Queries.Count.ShouldBeLessThanOrEqualTo(few + 1);
        portal.Queries.Count.ShouldBeLessThan(14);
    }

    [Fact]
    public async Task Get_Csv_HasAllRowsAndNoFormula()
    {
        using var client = await portal.SignedInAsAsync("editor");

        using var answer = await client.GetAsync("/content/searches.csv?show=Nothing");

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("searches.csv");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[0].ShouldBe("Search,Times,Found nothing,Results opened,Last searched");
        lines[1].ShouldBe($"juggling,7,7,0,{portal.Clock.GetUtcNow():yyyy-MM-dd}");
        lines.ShouldContain(line => line.StartsWith("'=cmd", StringComparison.Ordinal));
        lines.Length.ShouldBe(5);
    }

    [Fact]
    public async Task Get_ContentList_LeadsHere()
    {
        using var client = await portal.SignedInAsAsync("editor");

        (await client.GetPageAsync("/content")).QuerySelector($"main a[href='{Url}']").ShouldNotBeNull();
    }

    // The words, the times, without a result, opened.
    private static List<List<string>> Rows(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("th, td").Take(4)
            .Select((cell, index) => (index == 0 ? cell.QuerySelector("a")!.ChildNodes[^1].TextContent : cell.TextContent).Trim()).ToList()),
    ];
}
