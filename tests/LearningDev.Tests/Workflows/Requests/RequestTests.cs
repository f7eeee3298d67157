using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Requests;

[Requirement("WFL-05")]
public class RequestTests(RequestTests.RequestPortal portal) : IClassFixture<RequestTests.RequestPortal>
{
    public sealed class RequestPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(WorkflowPortal.Type(
                "back",
                [
                    "ask|ApprovalTask|{ \"AssignTo\": \"LineManager\", \"Buttons\": [{ \"Name\": \"Approve\", \"Meaning\": \"Agree\" }, { \"Name\": \"Send back\", \"Meaning\": \"SendBack\", \"NeedsComment\": true }] }",
                    "change|RequesterTask|{ \"Mode\": \"Change\" }", "yes|EndTask|{ \"Outcome\": \"Approved\" }",
                ],
                ["start|Done|ask", "ask|Approve|yes", "ask|Send back|change", "change|Sent again|ask"]));
        }
    }

    [Fact]
    public async Task Get_InProgress_SaysWhoHasItAndWhatHasHappened()
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Pottery"));
        var page = await portal.GetDocumentAsync($"/requests/{row.Id}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Pottery");
        var text = page.QuerySelector("main")!.TextContent;
        text.ShouldContain("In progress");
        text.ShouldContain("Priya Raman (line manager)");
        text.ShouldContain("Sam Whitfield published Pottery");
        text.ShouldContain("Asked Priya Raman");
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Post_SentBackAndSentAgain_ComesToTheSamePersonAgain()
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Fencing"));
        (await portal.DecideAsync("manager", (await portal.OpenTasksAsync(row.Id))[0].Id, "Send back", "Which weapon?")).ShouldBe(DecisionOutcome.Taken);
        using var client = await portal.SignedInAsAsync("employee");
        var page = await client.GetPageAsync($"/requests/{row.Id}");
        page.QuerySelector("main")!.TextContent.ShouldContain("Priya Raman chose “Send back”: Which weapon?");
        var own = (await portal.OpenTasksAsync(row.Id))[0];
        page.QuerySelector($"a[href='/tasks/{own.Id}']").ShouldNotBeNull();

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/tasks/{own.Id}")).Form($"/tasks/{own.Id}"), ("Comment", "Foil"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem();
        (again.ActivityId, again.Visit).ShouldBe(("ask", 2));
        (await portal.WordsAsync(row.Id)).ShouldContain("Sam Whitfield sent it again: Foil");
    }

    [Fact]
    public async Task Post_Withdraw_ClosesTheTask()
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Origami"));
        var task = (await portal.OpenTasksAsync(row.Id))[0];
        using var client = await portal.SignedInAsAsync("employee");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/requests/{row.Id}")).Form($"/requests/{row.Id}"), ("Reason", "No time"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/requests/{row.Id}");
        var page = await client.GetPageAsync($"/requests/{row.Id}");
        page.Banner().ShouldBe("The request is withdrawn");
        page.QuerySelector("main")!.TextContent.ShouldContain("Sam Whitfield withdrew it: No time");
        page.QuerySelector("main form").ShouldBeNull();
        (await portal.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == row.Id))).Status.ShouldBe(CaseStatus.Withdrawn);
        (await portal.DecideAsync("manager", task.Id, "Approve")).ShouldBe(DecisionOutcome.TooLate);
        (await portal.ReadAsync(db => db.CaseWaits.CountAsync(wait => wait.CaseId == row.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Get_RequestOfSomebodyElse_IsNotFound()
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Karate"));
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.GetAsync($"/requests/{row.Id}");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_ReasonTooLong_ShowsError()
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Sailing"));
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/requests/{row.Id}")).Form($"/requests/{row.Id}"), ("Reason", new string('r', 301)));
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("must be 300 characters or less");
    }
}
