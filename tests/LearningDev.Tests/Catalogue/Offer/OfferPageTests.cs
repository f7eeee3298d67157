using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Tests.Catalogue.Pathways;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Catalogue.Offer;

[Requirement("CAT-06")]
public class OfferPageTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_SignedOut_AsksToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync(new Uri("/catalogue/offer", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Get_Offer_HasARowForEachLevelFromTheHighest()
    {
        var page = await portal.GetDocumentAsync("/catalogue/offer");

        Levels(page).ShouldBe(
        [
            "Executive directors and board", "Directors", "Heads of service", "Service managers", "Team leaders", "First-line managers", "Aspiring managers",
            "Councillors", "Everyone",
        ]);
        page.QuerySelector("table caption")!.TextContent.ShouldBe("Leadership and management");
        page.QuerySelectorAll("thead th").Select(heading => (heading.TextContent, heading.GetAttribute("scope"))).ShouldBe(
        [
            ("Who it is for", "col"), ("National and external programmes", "col"), ("The council's own offer", "col"), ("Cost and who pays", "col"),
        ]);
        page.QuerySelectorAll("tbody th").ShouldAllBe(heading => heading.GetAttribute("scope") == "row");
    }

    [Fact]
    public async Task Get_HeadsOfService_SetsNationalProgrammesBesideTheCouncilsOwn()
    {
        var page = await portal.GetDocumentAsync("/catalogue/offer?topic=topic-leadership&level=head-of-service");
        var row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();

        Entries(row, 0).ShouldContain("Springboard");
        Entries(row, 0).ShouldContain("Aspiring to Public Sector Leadership");
        Entries(row, 1).ShouldContain("Leading the Service");
        Entries(row, 1).ShouldNotContain("Springboard");
        row.QuerySelectorAll("td")[0].TextContent.ShouldContain("£1,895 per person");
        row.QuerySelectorAll("td")[2].TextContent.ShouldContain("Apprenticeship levy: £6,000 to £22,000 per person");
    }

    [Fact]
    public async Task Get_StaffConferenceOfTheCouncil_IsItsOwnOffer()
    {
        var row = (await portal.GetDocumentAsync("/catalogue/offer?topic=topic-leadership&level=everyone")).QuerySelector("tbody tr")!;

        Entries(row, 1).ShouldContain("Staff conference");
        Entries(row, 0).ShouldNotContain("Staff conference");
    }

    [Fact]
    public async Task Get_LongCell_ShowsTheFirstAndLeadsToTheOthers()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync("/catalogue/offer");
        var row = page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == "Team leaders");

        row.QuerySelectorAll("td")[1].QuerySelectorAll("li").Length.ShouldBe(6);
        var all = row.QuerySelectorAll("td")[2].QuerySelector("a")!;
        var total = int.Parse(all.TextContent.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        all.TextContent.ShouldBe($"All {total} for team leaders");
        (await client.GetPageAsync(all.GetAttribute("href")!)).QuerySelector("main")!.TextContent.ShouldContain($"{total} ");
        var one = await client.GetPageAsync(row.QuerySelectorAll("td")[1].QuerySelector(".app-offer__all a")!.GetAttribute("href")!);
        (Entries(one.QuerySelector("tbody tr")!, 0).Count + Entries(one.QuerySelector("tbody tr")!, 1).Count).ShouldBe(total);
    }

    [Fact]
    public async Task Get_Manager_HasTheOwnLevelMarked()
    {
        var page = await portal.GetDocumentAsync("/catalogue/offer", "manager");

        var own = page.QuerySelectorAll(".app-offer__row--own").ShouldHaveSingleItem();
        own.QuerySelector("th")!.TextContent.ShouldContain("Service managers");
        page.QuerySelector("main")!.TextContent.ShouldContain("Your level: Service manager.");
        var only = page.QuerySelectorAll("main a").Single(link => link.TextContent == "Show only your level").GetAttribute("href")!;
        Levels(await portal.GetDocumentAsync(only, "manager")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_EmployeeWithoutALevelOfTheOffer_HasNoneMarked()
    {
        var page = await portal.GetDocumentAsync("/catalogue/offer");

        page.QuerySelector(".app-offer__row--own").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldNotContain("Your level:");
    }

    [Theory]
    [InlineData("?topic=&pillar=", "All learning")]
    [InlineData("?pillar=leadership", "Leadership development")]
    [InlineData("?topic=topic-finance&pillar=professional", "Finance, procurement and commissioning, Professional development")]
    [InlineData("?topic=no-such-topic", "All learning")]
    public async Task Get_Choice_IsSaidInTheCaption(string query, string caption)
    {
        var page = await portal.GetDocumentAsync($"/catalogue/offer{query}");

        (page.QuerySelector("table caption")?.TextContent ?? caption).ShouldBe(caption);
        page.QuerySelectorAll("main .app-filter select").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Get_NothingOnOffer_SaysSo()
    {
        var page = await portal.GetDocumentAsync("/catalogue/offer?topic=topic-planning&pillar=personal");

        page.QuerySelector("table").ShouldBeNull();
        page.QuerySelector(".app-empty")!.TextContent.ShouldContain("nothing on offer");
    }

    [Fact]
    public async Task Get_EntriesForCouncillors_AreShownOnlyToThem()
    {
        await portal.PublishProgrammeAsync("secret-offer", ["report-writing"], roles: ["Councillor"]);

        var staff = await portal.GetDocumentAsync("/catalogue/offer?topic=&pillar=&level=everyone");
        var member = await portal.GetDocumentAsync("/catalogue/offer?topic=&pillar=&level=aspiring-manager", "councillor");

        staff.QuerySelector("main")!.TextContent.ShouldNotContain("Programme secret-offer");
        member.QuerySelector("main")!.TextContent.ShouldContain("Programme secret-offer");
    }

    [Fact]
    public async Task Get_WholeOffer_TakesAsManyQueriesAsASmallOne()
    {
        using var client = await portal.SignedInAsAsync("employee");
        await client.GetPageAsync("/catalogue/offer?topic=&pillar=");
        var small = await CountAsync(client, "/catalogue/offer?topic=topic-finance&level=everyone");
        var whole = await CountAsync(client, "/catalogue/offer?topic=&pillar=");

        whole.ShouldBeLessThanOrEqualTo(small + 1, string.Join(Environment.NewLine, portal.Queries.Commands));
        whole.ShouldBeLessThan(16);
    }

    private async Task<int> CountAsync(HttpClient client, string url)
    {
        portal.Queries.Restart();
        await client.GetPageAsync(url);
        return portal.Queries.Count;
    }

    private static List<string> Levels(IHtmlDocument page) => [.. page.QuerySelectorAll("tbody th").Select(heading => heading.FirstChild!.TextContent)];

    private static List<string> Entries(IElement row, int cell) => [.. row.QuerySelectorAll("td")[cell].QuerySelectorAll("li a").Select(link => link.TextContent)];
}
