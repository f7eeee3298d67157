using LearningDev.Partnerships.Mine;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Mine;

[Requirement("COA-02")]
public class MineTests(PartnershipsPortal portal) : IClassFixture<PartnershipsPortal>
{
    [Fact]
    public async Task Get_NotSignedIn_AsksToSignIn()
    {
        using var stranger = portal.SignedOut();
        using var answer = await stranger.GetAsync("/partnerships");
        answer.Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Fact]
    public async Task Get_None_SaysWhatWillBeHere() => (await portal.GetDocumentAsync("/partnerships", "democratic-services")).MainText().ShouldContain("You have no coaching or mentoring yet");

    [Fact]
    public async Task Get_OneLinkOfTheMenu_LeadsToCoachingAndMentoring()
    {
        var page = await portal.GetDocumentAsync("/partnerships");
        string[] ways = ["/coaching", "/mentoring"];
        page.QuerySelectorAll("main .app-card a").Select(link => link.GetAttribute("href")).ShouldBe(ways);
        page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")).Intersect(ways).ShouldBeEmpty();
        foreach (var way in ways)
        {
            (await portal.GetDocumentAsync(way)).QuerySelector("nav a[href='/partnerships']")!.GetAttribute("aria-current").ShouldBe("true");
        }
    }

    [Fact]
    public async Task Get_Some_ShowsWhatWaitsAndCountsItInTheMenu()
    {
        await portal.BegunAsync();
        await portal.EndedAsync(await portal.ActiveAsync(guide: "hr"));
        var page = await portal.GetDocumentAsync("/partnerships");

        page.Titles().ShouldBe(["Walking together with Grace Adeyemi", "Walking together with Denise Achebe"]);
        page.MainText().ShouldContain("Sign the agreement");
        page.QuerySelectorAll("nav a").First(link => link.GetAttribute("href") == "/partnerships").TextContent.ShouldContain("1");
        (await portal.GetDocumentAsync("/partnerships?show=open")).Titles().ShouldBe(["Walking together with Grace Adeyemi"]);
        (await portal.GetDocumentAsync("/partnerships", "hr")).Titles().ShouldContain("Walking together with Sam Whitfield");
    }

    [Fact]
    public async Task Get_Many_AreOnPagesAndTakeAsManyQueriesAsFew()
    {
        var people = await portal.ReadAsync(db => Task.FromResult(db.Users.Where(person => person.UserName != "councillor" && person.UserName != "democratic-services" && person.UserName != "employee" && person.UserName != "editor").OrderBy(person => person.Id).Select(person => person.UserName!).Take(27).ToList()));
        await portal.BegunAsync(guide: "councillor", learner: people[0]);
        using var client = await portal.SignedInAsAsync("councillor");
        await client.GetPageAsync("/partnerships");
        portal.Queries.Restart();
        await client.GetPageAsync("/partnerships");
        var few = portal.Queries.Count;
        foreach (var learner in people.Skip(1))
        {
            await portal.BegunAsync(guide: "councillor", learner: learner);
        }

        await client.GetPageAsync("/partnerships");
        portal.Queries.Restart();
        var page = await client.GetPageAsync("/partnerships");

        portal.Queries.Count.ShouldBe(few);
        page.Titles().Count.ShouldBe(20);
        (await client.GetPageAsync("/partnerships?p=2")).Titles().Count.ShouldBe(7);
    }

    [Fact]
    public async Task Count_InTheMenu_IsOneQuery()
    {
        await portal.BegunAsync(guide: "hr", learner: "editor");
        await portal.DoAsync("editor", async services =>
        {
            var list = services.GetRequiredService<OwnList>();
            await list.CountAsync(default);
            portal.Queries.Restart();
            (await list.CountAsync(default)).Count.ShouldBe(1);
            portal.Queries.Count.ShouldBe(1);
        });
    }
}
