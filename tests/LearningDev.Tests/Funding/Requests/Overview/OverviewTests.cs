using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Overview;

[Requirement("FUN-01")]
public class OverviewTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private const string Url = "/funding/all-requests";
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [InlineData("employee")]
    [InlineData("manager")]
    [InlineData("councillor")]
    public async Task Get_WithoutPermission_IsForbidden(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.GetAsync(Url);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_Hr_ShowsAllThatWereSentAndNoDrafts()
    {
        var page = await portal.GetDocumentAsync(Url, "hr");
        page.Titles().ShouldContain("Executive MBA");
        page.Titles().ShouldNotContain("Telling stories with data");
        page.QuerySelector("main")!.TextContent.ShouldContain("Nadia Petrova, £9,500.00");
    }

    [Theory]
    [InlineData("state=Refused", "Executive MBA", "Driver CPC periodic training")]
    [InlineData("classification=mandatory", "Driver CPC periodic training", "Executive MBA")]
    [InlineData("from=2026-04-01&to=2026-04-20", "Driver CPC periodic training", "Executive MBA")]
    public async Task Get_Filtered_ShowsWhatFits(string query, string shown, string left)
    {
        var titles = (await portal.GetDocumentAsync($"{Url}?{query}", "hr")).Titles();
        titles.ShouldContain(shown);
        titles.ShouldNotContain(left);
    }

    [Fact]
    public async Task Get_Directorate_ShowsItsRequests()
    {
        var id = await portal.ReadAsync(db => db.Units.Where(unit => unit.Name == "Place and Environment").Select(unit => unit.Id).SingleAsync());
        var titles = (await portal.GetDocumentAsync($"{Url}?directorate={id}", "hr")).Titles();
        titles.ShouldContain("Driver CPC periodic training");
        titles.ShouldNotContain("Executive MBA");
    }

    [Fact]
    public async Task Get_NothingFits_OffersAll() =>
        (await portal.GetDocumentAsync($"{Url}?state=Closed&from=2001-01-01&to=2001-01-02", "hr")).QuerySelector($".app-empty a[href='{Url}']").ShouldNotBeNull();

    [Fact]
    public async Task Get_DayThatIsNone_ShowsError() =>
        (await portal.GetDocumentAsync($"{Url}?from=soon", "hr")).Errors().ShouldBe(["Enter a day like 2027-03-31"]);
}
