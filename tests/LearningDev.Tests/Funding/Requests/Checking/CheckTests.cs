using System.Net;
using LearningDev.Funding.Requests;
using LearningDev.Funding.Requests.Checking;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Funding.Requests.Checking;

[Requirement("FUN-01")]
public class CheckTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_OfSomebodyElseOrNone_IsNotFound()
    {
        var theirs = await portal.DraftAsync("Rugby", userName: "manager");
        using var client = await portal.SignedInAsAsync("employee");
        foreach (var id in (string[])[theirs, "none"])
        {
            using var answer = await client.GetAsync($"/funding/requests/{id}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Get_Begun_SaysWhatIsMissingWithLinks()
    {
        var id = await portal.BegunAsync("Cricket");
        var page = await portal.GetDocumentAsync($"/funding/requests/{id}");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelectorAll("main ul a[href*='?from=check']").Select(link => link.TextContent.Trim()).ShouldBe(
        [
            "Say whether it leads to a qualification", "Enter why you and the council need it", "Enter what will be better afterwards", "Select a classification", "Enter when it starts",
            "Enter the costs, or say that there are none", "Say how many examinations you take for the first time", "Select who is to pay",
        ]);
    }

    [Fact]
    public async Task Get_Complete_ShowsAllAnswersWithLinksToChangeThem()
    {
        var id = await portal.DraftAsync("Tennis", request => request.CostLines = [RequestPages.Cost(499.99m), RequestPages.Cost(10.01m, "materials")]);
        var page = await portal.GetDocumentAsync($"/funding/requests/{id}");
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var words in (string[])["The team needs it.", "Essential for the role", "1 March 2027", "£499.99", "£510.00", "Corporate learning budget", "It costs more than £500.00, so it takes the longer way", "Paid time off to attend"])
        {
            text.ShouldContain(words);
        }

        foreach (var step in (string[])["learning", "why", "classification", "dates", "costs", "examinations", "funding"])
        {
            page.QuerySelector($"main a[href='/funding/requests/{id}/{step}?from=check']").ShouldNotBeNull(step);
        }
    }

    [Fact]
    public async Task Post_Incomplete_IsNotSent()
    {
        var id = await portal.BegunAsync("Hockey");
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.Incomplete);
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Draft);
    }

    [Fact]
    [Requirement("FUN-03")]
    public async Task Post_Complete_IsSentOnceWithItsEvent()
    {
        var id = await portal.DraftAsync("Golf");
        var url = $"/funding/requests/{id}";
        using var client = await portal.SignedInAsAsync("employee");
        var form = (await client.GetPageAsync(url)).Form(url);
        using var answer = await client.SubmitAsync(form);
        using var again = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        var row = await portal.RowAsync(id);
        (row.State, row.SentUtc is not null).ShouldBe((RequestState.Sent, true));
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.SubjectId == id && entry.Event == nameof(TrainingRequestSent)))).ShouldBe(1);
        (await portal.AskedAsync((await portal.TaskAsync(id)).Id)).ShouldBe(["manager"]);
        var page = await client.GetPageAsync(url);
        page.Banner().ShouldBe("This request is sent already");
        page.QuerySelectorAll("main form").ShouldBeEmpty();
        page.QuerySelector($"main a[href='/requests/{row.CaseId}']").ShouldNotBeNull();
        (await portal.ReadAsync(db => db.Cases.CountAsync(one => one.CorrelationId == id))).ShouldBe(1);
    }

    [Fact]
    public async Task Send_NoWorkflowIsSwitchedOn_KeepsTheDraft()
    {
        var id = await portal.DraftAsync("Curling");
        await EnableAsync(false);
        (await portal.SendAsync(id)).ShouldBe(SendingOutcome.NoWorkflow);
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/funding/requests/{id}")).Form($"/funding/requests/{id}"));
        (await answer.ReadPageAsync()).Errors().ShouldHaveSingleItem().ShouldStartWith("Nobody takes training requests at present");
        await EnableAsync(true);
        (await portal.RowAsync(id)).State.ShouldBe(RequestState.Draft);
    }

    [Fact]
    public async Task Audit_OfARequest_HoldsNothingOfWhatItSays()
    {
        var id = await portal.SentAsync("Croquet", request => request.BusinessCase.Text = "Because of my mallet allergy.");
        (await portal.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.SubjectId == id && (entry.Data.Contains("mallet") || entry.Changes.Contains("mallet"))))).ShouldBeFalse();
    }

    private async Task EnableAsync(bool isEnabled)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<WorkflowTypes>().EnableAsync("training-request", isEnabled, CancellationToken.None);
    }
}
