using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Search;

public class SearchApiTests(SharedPortal portal) : IClassFixture<SharedPortal>
{
    private readonly PortalHost host = portal.Host;

    [Fact]
    public async Task Get_SignedOut_Is401WithoutAPage()
    {
        using var client = host.SignedOut();
        using var answer = await client.GetAsync(new Uri("/api/catalogue/search?q=stress", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_Words_GivesWhatThePageShows()
    {
        var answer = await GetAsync("?q=stress&size=5");
        answer.GetProperty("total").GetInt32().ShouldBeGreaterThan(2);
        var item = answer.GetProperty("items").EnumerateArray().First();
        foreach (var name in new[] { "id", "title", "url", "type", "summary" })
        {
            item.GetProperty(name).GetString().ShouldNotBeNullOrEmpty();
        }

        var page = await host.GetDocumentAsync("/catalogue?q=stress");
        page.QuerySelector(".app-results__title a")!.GetAttribute("href").ShouldBe(item.GetProperty("url").GetString());
        answer.GetProperty("facets").GetProperty("kind").EnumerateArray().First().GetProperty("count").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Get_FacetAndPage_NarrowsAndTurnsOver()
    {
        var first = await GetAsync("?kind=course&size=10");
        var second = await GetAsync("?kind=course&size=10&page=2");
        var ids = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(item => item.GetProperty("id").GetString()).ToList();
        ids.Count.ShouldBe(20);
        ids.ShouldBeUnique();
        first.GetProperty("items").EnumerateArray().ShouldAllBe(item => item.GetProperty("type").GetString() == "Course");
    }

    [Fact]
    public async Task Get_PagePastTheEnd_HasNoItemsButTheTotal()
    {
        var answer = await GetAsync("?q=stress&page=99999");
        answer.GetProperty("items").GetArrayLength().ShouldBe(0);
        answer.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Get_TypingError_SuggestsTheWord() =>
        (await GetAsync("?q=leadershp")).GetProperty("didYouMean").GetString().ShouldBe("leadership");

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_TypingError_SaysWhatTheResultsAreFor()
    {
        var mended = await GetAsync("?q=leadershp");
        mended.GetProperty("mendedText").GetString().ShouldBe("leadership");
        mended.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
        var exactly = await GetAsync("?q=leadershp&exactly=true");
        exactly.GetProperty("mendedText").GetString().ShouldBe("leadership");
        exactly.GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    [Requirement("CAT-04")]
    public async Task Get_Words_MarksThemInPiecesThatAreTheText()
    {
        var answer = await GetAsync("?q=managing+stress&size=50");
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        items.Count(item => item.GetProperty("hasAllWords").GetBoolean()).ShouldBe(answer.GetProperty("withAllWords").GetInt32());
        items.ShouldAllBe(item => !item.GetProperty("promoted").GetBoolean());
        foreach (var item in items)
        {
            var pieces = item.GetProperty("markedTitle").EnumerateArray().ToList();
            string.Concat(pieces.Select(piece => piece.GetProperty("text").GetString())).ShouldBe(item.GetProperty("title").GetString());
            item.GetProperty("extract").GetArrayLength().ShouldBeGreaterThan(0);
        }

        items[0].GetProperty("markedTitle").EnumerateArray().Where(piece => piece.GetProperty("marked").GetBoolean())
            .Select(piece => piece.GetProperty("text").GetString()).ShouldBe(["Managing", "stress"]);
    }

    [Fact]
    public async Task Get_Sorted_IsInThatOrder()
    {
        var titles = (await GetAsync("?kind=course&sort=title&size=100")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!);
        titles.ShouldBeInOrder(SortDirection.Ascending, StringComparer.CurrentCultureIgnoreCase);
    }

    [Theory]
    [InlineData("?sort=colour", "sort")]
    [InlineData("?exactly=perhaps", "exactly")]
    [InlineData("?colour=red", "colour")]
    [InlineData("?q=stress&page=0", "page")]
    [InlineData("?q=stress&page=abc", "page")]
    [InlineData("?q=stress&size=101", "size")]
    [InlineData("?q=stress&size=-1", "size")]
    public async Task Get_WrongParameter_Is400AndSaysWhich(string query, string named)
    {
        using var client = await host.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri("/api/catalogue/search" + query, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain(named);
    }

    private async Task<JsonElement> GetAsync(string query)
    {
        using var client = await host.SignedInAsAsync("employee");
        return await client.GetFromJsonAsync<JsonElement>(new Uri("/api/catalogue/search" + query, UriKind.Relative));
    }
}
