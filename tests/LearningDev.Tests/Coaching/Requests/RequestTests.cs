using System.Net;
using LearningDev.Coaching.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Requests;

[Requirement("COA-02")]
public class RequestTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_Draft_LeadsToTheCheck()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.BegunAsync();
        using var answer = await client.GetAsync($"/coaching/requests/{id}");
        answer.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}/check");
    }

    [Fact]
    public async Task Get_CoachWhoIsAsked_IsNotFound()
    {
        await using var other = new CoachingPortal();
        await other.InitializeAsync();
        var id = await other.SentAsync("To be calm", CoachingPages.Grace);
        using var client = await other.SignedInAsAsync("coach");
        using var answer = await client.GetAsync($"/coaching/requests/{id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_Withdraw_EndsItAndTakesTheGoalsBack()
    {
        var id = await portal.SentAsync("To be calm", CoachingPages.Grace, CoachingPages.Patience);
        using var client = await portal.SignedInAsAsync("employee");
        (await client.GetPageAsync($"/coaching/requests/{id}")).MainText().ShouldContain("1. Grace Adeyemi Asked on");
        (await portal.WordsOfAsync(id, "coach")).ShouldNotBeEmpty();

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/coaching/requests/{id}")).FormWith("Withdraw the request"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}");
        var request = await portal.RequestAsync(id);
        request.State.ShouldBe(RequestState.Withdrawn);
        (await portal.OpenTasksAsync(request.CaseId!)).ShouldBeEmpty();
        (await portal.WordsOfAsync(id, "coach")).ShouldBeEmpty();
        (await portal.WordsOfAsync(id, "employee")).Count.ShouldBe(2);
        (await portal.AuditOfAsync(id, "CoachingRequest")).ShouldContain(nameof(CoachingRequestEnded));
        (await client.GetPageAsync($"/coaching/requests/{id}")).QuerySelector($"a[href='/coaching/ask?from={id}']").ShouldNotBeNull();
    }
}
