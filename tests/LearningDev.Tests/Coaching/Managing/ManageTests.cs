using System.Net;
using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Managing;

[Requirement("COA-01")]
public class ManageTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("coach")]
    [InlineData("editor")]
    public async Task Get_NotHr_IsForbidden(string person)
    {
        using var client = await portal.SignedInAsAsync(person);
        foreach (var url in (string[])["/coaching/manage", "/coaching/manage?handler=Csv", "/coaching/manage/invite"])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Get_All_ShowsHowEachStandsAndRecordsTheLook()
    {
        var main = (await portal.GetDocumentAsync("/coaching/manage", "hr")).MainText();
        main.ShouldContain("Moira Kerr Supervision has run out");
        main.ShouldContain("Patience Moyo Supervision runs out soon");
        main.ShouldContain("Thomas Ellery Qualification runs out soon");
        main.ShouldContain("Karen Ashworth Takes nobody on just now");
        main.ShouldContain("Mei-Lin Tan Waiting for HR");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Event == "SensitivePageRead" && row.SubjectKind == "Coaching"))).ShouldBeTrue();
    }

    [Fact]
    [Requirement("COA-03")]
    public async Task Get_Numbers_SayHowManyHaveToRenew()
    {
        var main = (await portal.GetDocumentAsync("/partnerships/overview?kind=coaching", "hr")).MainText();
        main.ShouldContain("Supervision or qualification due soon fewer than 5");
        main.ShouldContain("Supervision or qualification has run out fewer than 5");
    }

    [Theory]
    [InlineData("?show=Waiting", "Delroy Campbell,Mei-Lin Tan")]
    [InlineData("?show=Lapsed", "Moira Kerr")]
    [InlineData("?show=DueSoon", "Patience Moyo,Thomas Ellery")]
    [InlineData("?show=Paused", "Karen Ashworth")]
    [InlineData("?show=InView&pool=coaching-pool-executive", "Callum Reid,Francesca O’Neill,Grace Adeyemi,Patience Moyo")]
    public async Task Get_Filtered_ShowsThose(string query, string names) =>
        (await portal.GetDocumentAsync("/coaching/manage" + query, "hr")).QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim()).ShouldBe(names.Split(','));

    [Theory]
    [InlineData("?show=NotApproved")]
    [InlineData("?show=Left")]
    public async Task Get_None_SaysWhatComesNext(string query) => (await portal.GetDocumentAsync("/coaching/manage" + query, "hr")).MainText().ShouldContain("There are no coaches here");

    [Fact]
    public async Task Get_Csv_HasTheSameCoachesWithDates()
    {
        using var client = await portal.SignedInAsAsync("hr");
        var text = await client.GetStringAsync("/coaching/manage?handler=Csv&show=Waiting");
        text.ShouldStartWith("Coach,State,Standing");
        text.Trim().Split("\r\n").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Get_ManyCoaches_PagesThemWithoutMoreQueries()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("hr");
        var few = await other.QueriesOfAsync(client, "/coaching/manage");
        await other.ChangeAsync(async db =>
        {
            foreach (var person in await db.Users.Where(person => !db.Set<CoachRow>().Any(coach => coach.PersonId == person.Id)).OrderBy(person => person.Id).Take(24).ToListAsync())
            {
                db.Add(new CoachRow { Id = Identifiers.New(), PersonId = person.Id, PersonName = person.FullName, State = CoachState.Approved, Capacity = 1, CreatedUtc = DateTime.UtcNow });
            }
        });

        (await other.QueriesOfAsync(client, "/coaching/manage")).ShouldBe(few);
        (await client.GetPageAsync("/coaching/manage?p=2")).QuerySelector("title")!.TextContent.ShouldContain("page 2 of 2");
    }
}
