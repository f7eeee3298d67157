using System.Net;
using LearningDev.Tests.Compliance;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Committees;

[Requirement("CMP-03"), Collection(ComplianceCollection.Name)]
public class CommitteeTests(CompliancePortal portal)
{
    private const string Url = "/members/manage/committees";

    [Fact]
    public async Task Get_NotDemocraticServices_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        using var answer = await client.GetAsync($"{Url}/planning");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("harbour-trust")]
    public async Task Get_NoCommittee_IsNotFound(string id)
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var answer = await client.GetAsync($"{Url}/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_Planning_SaysWhoMaySitAndWhyNot()
    {
        var page = await portal.GetDocumentAsync($"{Url}/planning", ComplianceRecords.Officer);
        var tables = page.QuerySelectorAll("main table").ToList();
        tables.Count.ShouldBe(2);
        Rows(tables[0]).ShouldBe(
        [
            "Martin Stubbs Member Residents’ Alliance Planning Committee training: Not yet attended; needed before sitting on the committee",
            "Sofia Lindqvist Substitute Harbour and Hills Independents Planning Committee training: Not yet attended; needed before sitting on the committee",
        ]);
        Rows(tables[1]).Select(row => string.Join(' ', row.Split(' ').Take(3))).ShouldBe(
            ["Judith Penrose Chair", "Rhys Probert Vice-chair", "Dev Trivedi Member", "Kwame Boateng Member", "Ruth Callaghan Member", "Blessing Eze Substitute"]);
        page.MainText().ShouldContain("Needed before sitting: Planning Committee training.");
    }

    [Fact]
    public async Task Get_ChairWhoseRefresherIsOverdue_MaySitAndIsNoted() =>
        (await portal.GetDocumentAsync($"{Url}/appointments", ComplianceRecords.Officer)).MainText()
            .ShouldContain("Anwar Chowdhury Chair Forward Northbourne Appointments Committee training: The refresher was needed by 30 May 2024");

    [Fact]
    public async Task Get_LaterDay_CountsWhatIsRecordedSoFar()
    {
        var text = (await portal.GetDocumentAsync($"{Url}/planning?Day=2027-04-01", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("On 1 April 2027 , by the attendance that is recorded so far.");
        text.ShouldContain("Kwame Boateng Member Harbour and Hills Independents Planning Committee training: The refresher was needed by 22 January 2027");
    }

    [Fact]
    public async Task Get_EarlierDay_ShowsThoseOfThatDay()
    {
        var text = (await portal.GetDocumentAsync($"{Url}/planning?Day=2024-01-10", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("Peter Hollis Member");
        text.ShouldNotContain("Martin Stubbs");
    }

    private static IEnumerable<string> Rows(AngleSharp.Dom.IElement table) =>
        table.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.SelectMany(cell => cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
}
