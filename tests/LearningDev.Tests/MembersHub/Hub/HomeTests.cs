using System.Net;
using LearningDev.MembersHub.Hub;
using LearningDev.MembersHub.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Volunteering;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Hub;

[Requirement("MEM-01")]
public class HomeTests(HubPortal portal) : IClassFixture<HubPortal>
{
    [Theory]
    [InlineData("employee")]
    [InlineData("editor")]
    [Requirement("MEM-11")]
    public async Task Get_Staff_IsForbiddenAndNotInTheMenu(string userName)
    {
        using var client = await portal.SignedInAsAsync(userName);
        using var answer = await client.GetAsync("/members");

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.GetPageAsync("/")).QuerySelector("a[href='/members']").ShouldBeNull();
    }

    [Fact]
    public async Task Get_Councillor_ShowsWhatTheirRolesNeedFirst()
    {
        await portal.AddAsync("Deciding applications well", part => part.Committees.Values = ["planning"]);
        await portal.AddAsync("Notes for the Mayor alone", part => part.Offices.Values = ["mayor"]);
        await portal.AddAsync("Tell us how it was", part => part.Kind.Text = "evaluation-form");

        var page = await portal.GetDocumentAsync("/members", HubPortal.Councillor);

        var needed = page.QuerySelector("section[aria-labelledby=hub-needed]")!;
        needed.TextContent.ShouldContain("Planning Committee");
        needed.TextContent.ShouldContain("Deciding applications well");
        needed.TextContent.ShouldNotContain("Notes for the Mayor alone");
        page.QuerySelector("a[href='/members/resources?kind=evaluation-form']").ShouldNotBeNull();
        page.QuerySelector("section[aria-labelledby=hub-new]")!.TextContent.ShouldContain("Notes for the Mayor alone");
    }

    [Fact]
    public async Task Get_DemocraticServices_LeadsToANewResource() =>
        (await portal.GetDocumentAsync("/members", HubPortal.DemocraticServices)).QuerySelector("a[href='/content/new/HubResource']").ShouldNotBeNull();

    [Fact]
    [Requirement("MEM-03")]
    [Requirement("MEM-06")]
    public async Task Get_Member_SaysWhatIsDueOfTrainingAndPlanAndLeadsToTheirDevelopment()
    {
        var councillor = await portal.GetDocumentAsync("/members", HubPortal.Councillor);
        councillor.QuerySelector("section[aria-labelledby=hub-first] a[href='/compliance/mine']")!.TextContent.ShouldBe("3 mandatory trainings to attend");
        councillor.QuerySelector("section[aria-labelledby=hub-first]")!.TextContent.ShouldContain("Some of it is needed before you may sit on a committee.");
        councillor.QuerySelector("section[aria-labelledby=hub-first] a[href='/members/plan']").ShouldBeNull("her plan is complete");
        councillor.QuerySelectorAll("section[aria-labelledby=hub-own] a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["/members/plan", "/members/budget", "/members/requests", "/compliance/mine", "/members/roles"]);
        councillor.QuerySelector("section[aria-labelledby=hub-run]").ShouldBeNull();

        var other = await portal.GetDocumentAsync("/members", "cllr.martin.stubbs");
        other.QuerySelector("section[aria-labelledby=hub-first] a[href='/members/plan']")!.TextContent.ShouldBe("Write your development plan");
    }

    [Fact]
    [Requirement("MEM-05")]
    public async Task Get_RequestSentBack_SaysSo()
    {
        var id = await portal.PersonIdAsync("cllr.dev.trivedi");
        (await portal.GetDocumentAsync("/members", "cllr.dev.trivedi")).QuerySelector("section[aria-labelledby=hub-first] a[href='/members/requests']").ShouldBeNull();
        await portal.WriteAsync(db => db.Add(new MemberRequestRow { ItemId = "sent-back", PersonId = id, PersonName = "Dev Trivedi", Title = "A course", State = MemberRequestState.SentBack }));
        (await portal.GetDocumentAsync("/members", "cllr.dev.trivedi")).QuerySelector("section[aria-labelledby=hub-first] a[href='/members/requests']")!.TextContent.ShouldBe("A training request was sent back");
    }

    [Fact]
    public async Task Get_DemocraticServices_LeadsToAllThatTheyRun()
    {
        var page = await portal.GetDocumentAsync("/members", HubPortal.DemocraticServices);
        page.QuerySelectorAll("section[aria-labelledby=hub-run] a").Select(link => link.GetAttribute("href")).ShouldBe(
            ["/members/manage/committees", "/members/manage/training", "/members/manage", "/members/manage/plans", "/members/manage/requests", "/members/manage/budgets"]);
        page.QuerySelector("section[aria-labelledby=hub-own]").ShouldBeNull();
    }

    [Fact]
    public async Task Get_SecondVisit_SaysWhatIsNewSinceTheFirst()
    {
        using var client = await portal.SignedInAsAsync("cllr.joan.whitlock");
        (await client.GetPageAsync("/members")).MainText().ShouldNotContain("New since your last visit");
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await portal.AddAsync("Added while she read");
        (await client.GetPageAsync("/members")).MainText().ShouldNotContain("New since your last visit");

        portal.Clock.Advance(HubVisits.Quiet);
        var page = await client.GetPageAsync("/members");

        page.MainText().ShouldContain("Nothing has been added since your last visit");
        portal.Clock.Advance(HubVisits.Quiet);
        await portal.AddAsync("Added while she was away");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await client.GetPageAsync("/members");
        page.MainText().ShouldContain("New since your last visit");
        page.MainText().ShouldContain("One resource is new.");
        page.QuerySelectorAll(".app-results__item").Single(item => item.TextContent.Contains("Added while she was away")).TextContent.ShouldContain("New");
        (await client.GetPageAsync("/members/resources")).QuerySelectorAll(".app-results__item").Single(item => item.TextContent.Contains("Added while she was away"))
            .QuerySelector(".govuk-tag--green").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_TwoFirstPagesAtOnce_AreOneVisit()
    {
        using var client = await portal.SignedInAsAsync("cllr.dev.trivedi");
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => client.GetAsync("/members")));
        pages.ShouldAllBe(page => page.StatusCode == HttpStatusCode.OK);
        var id = await portal.PersonIdAsync("cllr.dev.trivedi");
        (await portal.ReadAsync(db => db.Set<HubVisit>().CountAsync(visit => visit.PersonId == id))).ShouldBe(1);
        foreach (var page in pages)
        {
            page.Dispose();
        }
    }

    [Fact]
    public async Task Get_FormerCoOptee_SeesNothingOfMembersAlone()
    {
        await portal.AddAsync("For members who are elected");
        var id = await portal.PersonIdAsync(HubPortal.CoOpteeOfStandards);
        var term = await portal.ReadAsync(async db => await db.Set<LearningDev.MembersHub.Members.TermRow>().AsNoTracking().SingleAsync(row => row.PersonId == id));
        await portal.WriteAsync(db => db.Set<LearningDev.MembersHub.Members.TermRow>().Single(row => row.Id == term.Id).Until = term.From);
        try
        {
            (await portal.GetDocumentAsync("/members", HubPortal.CoOpteeOfStandards)).MainText().ShouldNotContain("For members who are elected");
        }
        finally
        {
            await portal.WriteAsync(db => db.Set<LearningDev.MembersHub.Members.TermRow>().Single(row => row.Id == term.Id).Until = null);
        }
    }

    [Fact]
    public async Task Get_Home_AsksTheDatabaseFewTimes()
    {
        await portal.AddAsync("One more for planning", part => part.Committees.Values = ["planning"]);
        using var client = await portal.SignedInAsAsync(HubPortal.Councillor);
        (await portal.QueriesOfAsync(client, "/members")).ShouldBeLessThanOrEqualTo(20);
    }
}
