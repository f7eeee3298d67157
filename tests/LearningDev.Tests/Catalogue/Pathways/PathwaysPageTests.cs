using System.Net;
using AngleSharp.Html.Dom;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Pathways;

[Requirement("CAT-07")]
public class PathwaysPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(new Uri("/catalogue/pathways", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_NothingBegun_OffersPathwaysByTitle()
    {
        var page = await portal.GetDocumentAsync("/catalogue/pathways", "hr");

        page.QuerySelector("h1")!.TextContent.ShouldBe("Your pathways");
        page.QuerySelectorAll("main h2").Select(title => title.TextContent).ShouldBe(["Pathways to begin"]);
        var titles = Titles(page);
        titles.ShouldContain("Core learning pathway");
        titles.ShouldBe(titles.Order(StringComparer.CurrentCultureIgnoreCase));
        titles.ShouldNotContain("Members' induction: your first year");
        (await portal.GetDocumentAsync("/", "hr")).QuerySelector("#home-pathways").ShouldBeNull();
    }

    [Fact]
    public async Task Get_StepDone_IsInProgressHereAndOnTheHomePage()
    {
        using var client = await portal.SignedInAsAsync("coach");
        await client.MarkAsync("time-management");

        var page = await client.GetPageAsync("/catalogue/pathways");
        var home = await client.GetPageAsync("/");

        page.QuerySelector("#stage-0")!.TextContent.ShouldBe("In progress");
        var card = page.QuerySelectorAll("section[aria-labelledby=stage-0] .app-card").Single(card => card.TextContent.Contains("Core learning pathway", StringComparison.Ordinal));
        card.TextContent.ShouldContain("1 of 5 required steps and 0 of 1 optional step done");
        card.TextContent.ShouldContain("Next: Political awareness");
        var bar = card.QuerySelector("progress")!;
        (bar.GetAttribute("value"), bar.GetAttribute("max"), bar.GetAttribute("aria-label")).ShouldBe(("1", "6", "Progress in Core learning pathway"));
        home.QuerySelector("section[aria-labelledby=home-pathways]")!.TextContent.ShouldContain("Next: Political awareness");
    }

    [Fact]
    public async Task Get_AllStepsDone_IsCompletedAndNotCarriedOn()
    {
        await portal.PublishProgrammeAsync("short-way", ["minute-taking"]);
        using var client = await portal.SignedInAsAsync("chief-officer");
        await client.MarkAsync("minute-taking");

        var page = await client.GetPageAsync("/catalogue/pathways");

        var card = page.QuerySelector("section[aria-labelledby=stage-1]")!;
        card.QuerySelectorAll(".app-card__title").Select(title => title.TextContent).ShouldContain("Programme short-way");
        card.TextContent.ShouldContain("Completed");
        ((await client.GetPageAsync("/")).QuerySelector("section[aria-labelledby=home-pathways]")?.TextContent ?? "").ShouldNotContain("Programme short-way");
        var programme = await client.GetPageAsync("/catalogue/short-way");
        programme.QuerySelectorAll("main a.govuk-button").ShouldNotContain(link => link.TextContent.Contains("Next", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_Councillor_SeesTheMembersPathways()
    {
        List<string> titles = [];
        using var client = await portal.SignedInAsAsync("councillor");
        titles.AddRange(Titles(await client.GetPageAsync("/catalogue/pathways")));
        titles.AddRange(Titles(await client.GetPageAsync("/catalogue/pathways?page=2")));

        titles.ShouldContain("Members' induction: your first year");
    }

    [Theory]
    [InlineData("99")]
    [InlineData("2147483647")]
    public async Task Get_PagePastTheEnd_LeadsToTheLast(string number)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(new Uri($"/catalogue/pathways?page={number}", UriKind.Relative));
        answer.Headers.Location!.OriginalString.ShouldStartWith("/catalogue/pathways");
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("x")]
    public async Task Get_NoRealPage_ShowsTheFirst(string number) =>
        Titles(await portal.GetDocumentAsync($"/catalogue/pathways?page={number}")).ShouldNotBeEmpty();

    private static List<string> Titles(IHtmlDocument page) => [.. page.QuerySelectorAll(".app-card__title").Select(title => title.TextContent)];
}
