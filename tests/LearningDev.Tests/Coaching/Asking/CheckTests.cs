using LearningDev.Coaching.Requests;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Coaching.Asking;

[Requirement("COA-02")]
public class CheckTests(CoachingPortal portal) : IClassFixture<CoachingPortal>
{
    [Fact]
    public async Task Get_Written_ShowsAllOfIt()
    {
        using var client = await portal.SignedInAsAsync("hr");
        var main = (await client.GetPageAsync($"/coaching/requests/{await client.WrittenAsync("To be calm", CoachingPages.Patience, CoachingPages.Tariq)}/check")).MainText();
        main.ShouldContain("To be calm");
        main.ShouldContain("Role play");
        main.ShouldContain("Leading change");
        main.ShouldContain("1. Patience Moyo 2. Tariq Mahmood");
    }

    [Fact]
    public async Task Post_Incomplete_SaysWhatIsMissingAndSendsNothing()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var id = await client.BegunAsync();
        using var answer = await client.SendAsync(id);
        var page = await answer.ReadPageAsync();
        page.ErrorText().ShouldContain("The request cannot be sent yet");
        page.QuerySelector($"main a[href='/coaching/requests/{id}/goals']").ShouldNotBeNull();
        (await portal.RequestAsync(id)).State.ShouldBe(RequestState.Draft);
    }

    [Fact]
    public async Task Post_Complete_IsSentOnceAndAsksTheFirst()
    {
        using var client = await portal.SignedInAsAsync("employee");
        var id = await client.WrittenAsync("To be calm", CoachingPages.Grace, CoachingPages.Patience);
        var form = (await client.GetPageAsync($"/coaching/requests/{id}/check")).Form($"/coaching/requests/{id}/check");

        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}");
        again.Headers.Location!.OriginalString.ShouldBe($"/coaching/requests/{id}");
        (await client.GetPageAsync($"/coaching/requests/{id}")).Banner().ShouldBe("Your request is sent");
        var request = await portal.RequestAsync(id);
        request.State.ShouldBe(RequestState.Sent);
        (await portal.ReadAsync(db => db.Cases.CountAsync(row => row.CorrelationId == id))).ShouldBe(1);
        (await portal.AskedAsync((await portal.OpenTasksAsync(request.CaseId!)).ShouldHaveSingleItem().Id)).ShouldBe(["coach"]);
        (await portal.AuditOfAsync(id, "CoachingRequest")).TakeLast(2).ShouldBe([nameof(CoachingRequestSent), nameof(CoachAsked)]);
    }

    [Fact]
    public async Task Post_NoWorkflowTakesRequests_SaysSoAndKeepsTheRequest()
    {
        using var client = await portal.SignedInAsAsync("manager");
        var id = await client.WrittenAsync("To be calm", CoachingPages.Patience);
        await portal.SwitchWorkflowAsync("coaching-request", isOn: false);
        try
        {
            using var answer = await client.SendAsync(id);
            (await answer.ReadPageAsync()).ErrorText().ShouldContain("no workflow takes them");
            (await portal.RequestAsync(id)).State.ShouldBe(RequestState.Draft);
        }
        finally
        {
            await portal.SwitchWorkflowAsync("coaching-request", isOn: true);
        }
    }
}
