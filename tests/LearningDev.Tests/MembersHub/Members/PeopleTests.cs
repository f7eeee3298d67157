using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Members;

[Requirement("MEM-02")]
public class PeopleTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    private readonly PortalHost portal = shared.Host;

    [Theory]
    [Requirement("MEM-11")]
    [InlineData("employee")]
    [InlineData("hr")]
    public async Task Get_Staff_IsForbidden(string person) => await portal.ShouldBeForbiddenAsync(person, "/members/people", $"/members/people/{await portal.PersonIdAsync("councillor")}");

    [Fact]
    public async Task Get_Councillor_SeesAllMembersWithWardGroupAndOffices()
    {
        var page = await portal.GetDocumentAsync("/members/people", "councillor");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(18);
        var words = page.Words();
        words.ShouldContain("18 members");
        words.ShouldContain("Judith Penrose Old Town Forward Northbourne Chair, Planning Committee Member, Overview and Scrutiny Committee");
        words.ShouldContain("Lena Fischer Co-opted member Member, Standards Advisory Committee");
        words.ShouldNotContain("Peter Hollis");
        words.ShouldNotContain("Look after members");
    }

    [Theory]
    [InlineData("?q=ruth", "Ruth Callaghan")]
    [InlineData("?q=mcb+AG", "Agnes McBride")]
    [InlineData("?group=none", "Agnes McBride")]
    [InlineData("?ward=millbrook", "Agnes McBride")]
    [InlineData("?body=harbour-trust", "Leon Marchetti")]
    [InlineData("?group=independents&body=appeals", "Rhys Probert")]
    public async Task Get_Filtered_ShowsWhoFits(string query, string name) =>
        (await portal.GetDocumentAsync($"/members/people{query}", "councillor")).QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain(name);

    [Theory]
    [InlineData("?q=zzz")]
    [InlineData("?ward=nowhere")]
    public async Task Get_NobodyFits_LeadsBack(string query)
    {
        var page = await portal.GetDocumentAsync($"/members/people{query}", "democratic-services");
        page.Words().ShouldContain("Nobody fits");
        page.QuerySelector(".app-empty a")!.GetAttribute("href").ShouldBe("/members/people");
    }

    [Fact]
    public async Task Get_Queries_AreFewForAnyNumberOfMembers()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        (await portal.QueriesOfAsync(client, "/members/people")).ShouldBeLessThanOrEqualTo(12);
    }
}
