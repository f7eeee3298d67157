using System.Net;
using System.Text.Json;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Search;

/// <summary>Whatever is asked of the search, the answer is clear and never a failure.</summary>
public sealed class HostileSearchTests(SharedPortal shared) : IClassFixture<SharedPortal>, IAsyncLifetime
{
    private const string Page = "/catalogue";
    private const string Api = "/api/catalogue/search";

    private HttpClient client = null!;

    public static TheoryData<string> Texts => new(HostileText.ByName.Keys);

    // Kestrel refuses a path with a null character before the portal sees it.
    public static TheoryData<string> Slugs => new(HostileText.ByName.Where(text => !text.Value.Contains('\0')).Select(text => text.Key));

    public async Task InitializeAsync() => client = await shared.Host.SignedInAsAsync("employee");

    public Task DisposeAsync()
    {
        client.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    [Requirement("CAT-04")]
    public async Task Search_HostileText_SaysHowManyResults(string name)
    {
        var text = HostileText.ByName[name];

        var page = await client.GetPageAsync(Address(Page, ("q", text)));

        page.QuerySelectorAll("[role=status]").Length.ShouldBe(1);
        page.QuerySelectorAll("script").ShouldAllBe(script => script.GetAttribute("src")!.StartsWith("/themes/"));
        page.QuerySelectorAll("[onerror]").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Texts))]
    [Requirement("CAT-04")]
    public async Task SearchApi_HostileText_AnswersAsThePageDoes(string name)
    {
        var text = HostileText.ByName[name];
        var page = await client.GetPageAsync(Address(Page, ("q", text)));

        using var answer = await GetJsonAsync(Address(Api, ("q", text)));

        var all = answer.RootElement.GetProperty("withAllWords").GetInt32();
        var total = all > 0 ? all : answer.RootElement.GetProperty("total").GetInt32();
        page.QuerySelector("[role=status] strong")!.TextContent.ShouldBe(total == 1 ? "1 result" : $"{total} results");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Search_HostileFacetValue_FindsNothingAndOffersAWayOut(string name)
    {
        var page = await client.GetPageAsync(Address(Page, ("topic", HostileText.ByName[name]), ("q", "stress")));

        page.QuerySelector("[role=status]")!.TextContent.ShouldStartWith("0 results");
        page.QuerySelectorAll("a").ShouldContain(link => link.TextContent == "Search again without the filters");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SearchApi_HostileFacetOrItsValue_IsEmptyOrRefused(string name)
    {
        var text = HostileText.ByName[name];
        using var byValue = await client.GetAsync(new Uri(Address(Api, ("kind", text)), UriKind.Relative));
        using var byFacet = await client.GetAsync(new Uri(Address(Api, (text, "x")), UriKind.Relative));

        byValue.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await ShouldBeRefusedAsync(byFacet);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public async Task Entry_HostileAddress_IsNotFound(string name)
    {
        var slug = Uri.EscapeDataString(HostileText.ByName[name]);
        using var response = await client.GetAsync(new Uri($"{Page}/{slug}", UriKind.Relative));

        response.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("2147483647")]
    public async Task Search_PageBeyondTheLast_LeadsToTheLast(string page)
    {
        using var response = await client.GetAsync(new Uri($"{Page}?q=learning&page={page}", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var last = await client.GetPageAsync(response.Headers.Location!.OriginalString);
        last.QuerySelector("[aria-current=page].govuk-pagination__link, .govuk-pagination__item--current")!.TextContent.Trim().ShouldNotBe("1");
        last.QuerySelectorAll(".app-results__item").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=abc")]
    [InlineData("page=2147483648")]
    [InlineData("page=1e9")]
    [InlineData("page=")]
    [InlineData("page=2&page=3")]
    [InlineData("page=%00")]
    public async Task Search_NoPageNumber_ShowsTheFirstPage(string query)
    {
        var page = await client.GetPageAsync($"{Page}?{query}");

        page.QuerySelector(".govuk-pagination__item--current")!.TextContent.Trim().ShouldBe("1");
    }

    [Theory]
    [InlineData("page=-1")]
    [InlineData("page=0")]
    [InlineData("page=abc")]
    [InlineData("page=99999999999")]
    [InlineData("page=1&page=2")]
    [InlineData("size=0")]
    [InlineData("size=101")]
    [InlineData("size=-5")]
    [InlineData("size=ten")]
    [InlineData("colour=red")]
    [InlineData("q=stress&colour=red&kind=course")]
    public async Task SearchApi_NotUnderstood_IsRefusedWithAReason(string query)
    {
        using var response = await client.GetAsync(new Uri($"{Api}?{query}", UriKind.Relative));

        await ShouldBeRefusedAsync(response);
    }

    [Fact]
    public async Task SearchApi_PageBeyondTheLast_IsEmpty()
    {
        using var answer = await GetJsonAsync($"{Api}?page=99999");

        answer.RootElement.GetProperty("items").GetArrayLength().ShouldBe(0);
        answer.RootElement.GetProperty("total").GetInt32().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Search_UnknownFacet_IsSaidAndNotUsed()
    {
        var plain = await client.GetPageAsync($"{Page}?q=stress");
        var page = await client.GetPageAsync($"{Page}?q=stress&colour=red");

        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("There is no filter called “colour”");
        page.QuerySelector("[role=status]")!.TextContent.ShouldBe(plain.QuerySelector("[role=status]")!.TextContent);
    }

    [Fact]
    public async Task Search_ThousandFacetValues_IsAnswered()
    {
        var query = string.Join('&', Enumerable.Range(0, 1000).Select(number => $"topic=t{number}"));
        var page = await client.GetPageAsync($"{Page}?{query}&topic=topic-health-safety");

        page.QuerySelectorAll(".app-results__item").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Search_TextGivenTwice_IsAnswered()
    {
        var page = await client.GetPageAsync($"{Page}?q=stress&q=work");

        page.QuerySelectorAll(".app-results__item").ShouldNotBeEmpty();
    }

    // No library would send these bytes: a lone surrogate, a cut sequence and bytes that are not UTF-8 at all.
    [Theory]
    [InlineData("%ED%A0%80")]
    [InlineData("%C3")]
    [InlineData("%FF%FE")]
    [InlineData("%u0041%")]
    public async Task Search_BrokenEncoding_IsAnswered(string bytes)
    {
        await client.GetPageAsync($"{Page}?q={bytes}&kind={bytes}");
        using var answer = await GetJsonAsync($"{Api}?q={bytes}");

        answer.RootElement.GetProperty("total").GetInt32().ShouldBeGreaterThanOrEqualTo(0);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task SignIn_HostileUserName_IsRefused(string name)
    {
        using var stranger = shared.Host.SignedOut();
        var page = await stranger.GetPageAsync("/sign-in");
        using var response = await stranger.SubmitAsync(
            page.Form("/sign-in"), ("UserName", HostileText.ByName[name]), ("Password", HostileText.ByName[name]));

        // A form with a null character cannot be read at all; everything else is a name that nobody has.
        response.StatusCode.ShouldBe(HostileText.ByName[name].Contains('\0') ? HttpStatusCode.BadRequest : HttpStatusCode.OK);
        (await response.ReadPageAsync()).QuerySelector("h1")!.TextContent.ShouldBeOneOf("Sign in", "This page could not be used");
    }

    private static string Address(string path, params IEnumerable<(string Name, string Value)> query) =>
        path + QueryString.Create(query.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value)));

    private async Task<JsonDocument> GetJsonAsync(string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync());
    }

    private static async Task ShouldBeRefusedAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
    }
}
