using System.Net;
using LearningDev.Coaching.Coaches;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Pools;

[Requirement("COA-01")]
public class PoolPageTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    private const string Url = "/coaching/pools/managers";

    [Fact]
    public async Task Get_Pool_SaysItsRulesAndShowsOnlyApprovedCoaches()
    {
        var page = await portal.GetDocumentAsync(Url);
        page.MainText().ShouldContain("Up to 6 hours for each person");
        page.MainText().ShouldContain("You, your coach and your line manager sign an agreement");
        page.Titles().Order().ShouldBe(["Grace Adeyemi", "Patience Moyo", "Tariq Mahmood", "Thomas Ellery"]);
        // Paused, lapsed, waiting.
        page.MainText().ShouldNotContain("Karen Ashworth");
        page.MainText().ShouldNotContain("Moira Kerr");
        page.MainText().ShouldNotContain("Mei-Lin Tan");
        page.QuerySelector("a[href='/coaching/ask?pool=coaching-pool-managers']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("?theme=theme-leading-change", "Grace Adeyemi")]
    [InlineData("?language=bsl", "Thomas Ellery")]
    [InlineData("?day=evening", "Patience Moyo")]
    [InlineData("?place=walking", "Tariq Mahmood")]
    [InlineData("?approach=cognitive&day=monday", "Thomas Ellery")]
    [InlineData("?q=Reorganisations+grace", "Grace Adeyemi")]
    public async Task Get_Filtered_ShowsWhoFits(string query, string name) => (await portal.GetDocumentAsync(Url + query)).Titles().ShouldBe([name]);

    [Theory]
    [InlineData("?q=zzzz")]
    [InlineData("?language=bsl&day=evening")]
    public async Task Get_NobodyFits_SaysWhatComesNext(string query) => (await portal.GetDocumentAsync(Url + query)).MainText().ShouldContain("Nobody found");

    [Fact]
    public async Task Get_ValueThatIsNoChoice_IsNotFilteredBy() => (await portal.GetDocumentAsync(Url + "?theme=' OR 1=1")).Titles().Count.ShouldBe(4);

    [Theory]
    [InlineData("/coaching/pools/none")]
    [InlineData("/coaching/pools/executive")]
    public async Task Get_PoolNotForThem_IsNotFound(string url)
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync(url);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Get_ById_LeadsToItsAddress()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/coaching/pools/coaching-pool-managers");
        answer.Headers.Location!.OriginalString.ShouldBe(Url);
    }

    [Fact]
    public async Task Get_CoachIsFull_SaysSo()
    {
        await portal.SetCoachAsync(CoachingPages.Tariq, coach => coach.Capacity = 1);
        await portal.BeginTogetherAsync("tariq.mahmood", "ellie.marsh");
        (await portal.GetDocumentAsync(Url + "?place=walking")).MainText().ShouldContain("No place at present");
        await portal.SetCoachAsync(CoachingPages.Tariq, coach => coach.Capacity = 2);
        (await portal.GetDocumentAsync(Url + "?place=walking")).MainText().ShouldNotContain("No place at present");
    }

    [Fact]
    public async Task Get_ManyCoaches_PagesThemWithoutMoreQueries()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        using var client = await other.SignedInAsAsync("employee");
        var few = await other.QueriesOfAsync(client, Url);
        await other.ChangeAsync(async db =>
        {
            var people = await db.Users.Where(person => !db.Set<CoachRow>().Any(coach => coach.PersonId == person.Id) && person.LeavesOn == null).OrderBy(person => person.Id).Take(24).ToListAsync();
            foreach (var person in people)
            {
                var id = Identifiers.New();
                db.Add(new CoachRow
                {
                    Id = id,
                    PersonId = person.Id,
                    PersonName = person.FullName,
                    State = CoachState.Approved,
                    Capacity = 1,
                    CreatedUtc = DateTime.UtcNow,
                    LastSupervisionOn = DateOnly.FromDateTime(DateTime.UtcNow),
                });
                db.Add(new CoachValueRow { CoachId = id, Kind = CoachValueKind.Pool, Value = CoachingPages.Managers });
                db.Add(new CoachValueRow { CoachId = id, Kind = CoachValueKind.Day, Value = "friday" });
            }
        });

        (await other.QueriesOfAsync(client, Url)).ShouldBe(few);
        var page = await other.GetDocumentAsync(Url + "?day=friday&p=2");
        page.QuerySelector("title")!.TextContent.ShouldContain("page 2 of 2");
        page.QuerySelector(".govuk-pagination a[href*='day=friday']").ShouldNotBeNull();
    }
}
