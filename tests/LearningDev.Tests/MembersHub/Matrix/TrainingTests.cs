using System.Net;
using LearningDev.Tests.Compliance;
using LearningDev.Tests.Platform.Permissions;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Matrix;

[Requirement("MEM-06"), Collection(ComplianceCollection.Name)]
public class TrainingTests(CompliancePortal portal)
{
    private const string Url = "/members/manage/training";

    [Theory]
    [InlineData("employee")]
    [InlineData("councillor")]
    [InlineData("hr")]
    public async Task Get_NotDemocraticServices_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])[Url, $"{Url}?handler=Csv"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_All_ShowsEachMemberAgainstEachRule()
    {
        var page = await portal.GetDocumentAsync(Url, ComplianceRecords.Officer);
        page.MainText().ShouldContain("18 members");
        page.QuerySelectorAll("thead th").Length.ShouldBe(11);
        var martin = page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Martin Stubbs", StringComparison.Ordinal));
        string.Join(' ', martin.Children.SelectMany(cell => cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ShouldContain("Martin Stubbs Due by 5 May 2027 Needed to sit Needed to sit Needed to sit Overdue by 6 Aug 2023");
        // In a small window each value has the name of its column.
        martin.QuerySelectorAll("td[data-label='Planning Committee training']").Length.ShouldBe(1);
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.Summary.Contains("Mandatory training of members")))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("?committee=planning", 8)]
    [InlineData("?group=independents", 3)]
    [InlineData("?committee=planning&standing=NotSitting&group=residents", 1)]
    [InlineData("?committee=none&group=none&standing=9&p=-1", 18)]
    public async Task Get_Filtered_ShowsWhoFits(string query, int rows) =>
        (await portal.GetDocumentAsync(Url + query, ComplianceRecords.Officer)).QuerySelectorAll("tbody tr").Length.ShouldBe(rows);

    [Fact]
    public async Task Get_NobodyFits_LeadsToAll()
    {
        var text = (await portal.GetDocumentAsync($"{Url}?committee=planning&standing=Done&group=residents", ComplianceRecords.Officer)).MainText();
        text.ShouldContain("No member fits");
        text.ShouldContain("Show all members");
    }

    [Fact]
    public async Task Get_AnyNumberOfMembers_AsksTheDatabaseTheSameNumberOfTimes()
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var warm = await client.GetAsync(Url);
        portal.Queries.Restart();
        using var one = await client.GetAsync($"{Url}?committee=standards");
        var few = portal.Queries.Count;
        portal.Queries.Restart();
        using var all = await client.GetAsync(Url);
        portal.Queries.Count.ShouldBeLessThanOrEqualTo(few + 1);
    }

    [Fact]
    public async Task Get_Csv_HasALineForEachMemberAndTraining()
    {
        using var client = await portal.SignedInAsAsync(ComplianceRecords.Officer);
        using var answer = await client.GetAsync($"{Url}?handler=Csv&committee=planning");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldEndWith("Member,Political group,Training,Standing,By,Last attended,May sit,Why");
        lines.ShouldContain("Martin Stubbs,Residents’ Alliance,Planning Committee training,Overdue,,,No,Not yet attended; needed before sitting on the committee");
        lines.ShouldContain("Judith Penrose,Forward Northbourne,Planning Committee training,Done,2027-05-12,2026-05-12,Yes,\"Attended on 12 May 2026, next by 12 May 2027\"");
        lines.ShouldAllBe(line => !line.StartsWith("Ngozi", StringComparison.Ordinal));
    }
}
