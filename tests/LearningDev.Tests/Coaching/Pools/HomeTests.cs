using System.Net;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Pools;

[Requirement("COA-01")]
public class HomeTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_Councillor_IsForbiddenOnEveryPage()
    {
        using var client = await portal.SignedInAsAsync("councillor");
        foreach (var url in (string[])
        [
            "/coaching", "/coaching/pools/managers", "/coaching/coaches/coach-grace-adeyemi", "/coaching/profile", "/coaching/profile/about", "/coaching/ask", "/coaching/requests/a", "/coaching/requests/a/goals",
            "/coaching/requests/a/preferences", "/coaching/requests/a/choices", "/coaching/requests/a/check", "/coaching/requests/a/delete", "/coaching/manage", "/coaching/manage/invite",
        ])
        {
            using var answer = await client.GetAsync(url);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, url);
        }
    }

    [Fact]
    public async Task Get_Employee_ShowsOnlyPoolsForTheirLevelWithTheirCoaches()
    {
        var page = await portal.GetDocumentAsync("/coaching");
        page.QuerySelectorAll(".app-card__link").Select(link => link.GetAttribute("href")).ShouldBe(["/coaching/pools/managers"]);
        // Of seven coaches of the pool one is paused, one has lapsed and one waits for HR.
        page.MainText().ShouldContain("4 coaches");
        page.QuerySelector("a[href='/coaching/manage']").ShouldBeNull();
    }

    [Fact]
    public async Task Get_HeadOfService_ShowsTheExecutivePoolAndManagement()
    {
        var page = await portal.GetDocumentAsync("/coaching", "hr");
        page.QuerySelectorAll(".app-card__link").Length.ShouldBe(3);
        page.QuerySelector("a[href='/coaching/manage']").ShouldNotBeNull();
        page.QuerySelector("a[href='/content/new/CoachingPool']").ShouldBeNull();
        (await portal.GetDocumentAsync("/coaching", "editor")).QuerySelector("a[href='/content/new/CoachingPool']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_CoachingHasEnded_LeadsToAnotherCoach()
    {
        var origin = await OfAsync("chief-officer", RequestState.Agreed);
        var together = await portal.BeginTogetherAsync("coach", "chief-officer", origin: origin);
        var open = await portal.GetDocumentAsync("/coaching", "chief-officer");
        open.MainText().ShouldContain("Grace Adeyemi coaches you");
        open.QuerySelector($"a[href='/coaching/ask?from={origin}']").ShouldBeNull();
        (await portal.GetDocumentAsync("/coaching", "coach")).MainText().ShouldContain("You coach Marcus Bellamy");

        await portal.EndTogetherAsync(together, PartnershipEnd.Changed);

        (await portal.GetDocumentAsync("/coaching", "chief-officer")).QuerySelector($"a[href='/coaching/ask?from={origin}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_ManyRequests_PagesThemWithoutMoreQueries()
    {
        await OfAsync("manager", RequestState.NoneLeft);
        using var client = await portal.SignedInAsAsync("manager");
        var one = await portal.QueriesOfAsync(client, "/coaching");
        for (var number = 0; number < 24; number++)
        {
            await OfAsync("manager", RequestState.Withdrawn);
        }

        (await portal.QueriesOfAsync(client, "/coaching")).ShouldBe(one);
        var page = await client.GetPageAsync("/coaching?p=2");
        page.QuerySelectorAll(".govuk-pagination").ShouldNotBeEmpty();
        page.QuerySelector("title")!.TextContent.ShouldContain("page 2 of 2");
    }

    private async Task<string> OfAsync(string userName, RequestState state)
    {
        var person = await portal.PersonIdAsync(userName);
        var row = new RequestRow
        {
            Id = LearningDev.Platform.Data.Identifiers.New(),
            PersonId = person,
            PersonName = userName,
            PoolId = CoachingPages.Managers,
            PoolName = "Managers trained as coaches",
            State = state,
            CreatedUtc = DateTime.UtcNow,
        };
        await portal.ChangeAsync(db => Task.FromResult(db.Add(row)));
        return row.Id;
    }
}
