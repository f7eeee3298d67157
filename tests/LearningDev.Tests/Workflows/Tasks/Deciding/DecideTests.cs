using System.Net;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Tasks.Deciding;

public class DecideTests(DecideTests.ApprovalPortal portal) : IClassFixture<DecideTests.ApprovalPortal>
{
    public sealed class ApprovalPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(WorkflowPortal.Type(
                "straight",
                ["ask|ApprovalTask|{ \"TaskTitle\": \"Approve {{ item.name }}\", \"AssignTo\": \"LineManager\", \"DueDays\": 5 }", "yes|EndTask|{ \"Outcome\": \"Approved\" }", "no|EndTask|{ \"Outcome\": \"Refused\" }"],
                ["start|Done|ask", "ask|Approve|yes", "ask|Refuse|no"]));
        }
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Post_Approve_EndsTheCaseAndTellsEverybody()
    {
        var (caseId, taskId) = await AskedAsync("Typing for all");
        using var client = await portal.SignedInAsAsync("manager");
        var page = await client.GetPageAsync($"/tasks/{taskId}");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Approve Typing for all");
        page.QuerySelector("main")!.TextContent.ShouldContain("Asked by Sam Whitfield");
        page.QuerySelector("main")!.TextContent.ShouldContain("100");

        using var answer = await client.SubmitAsync(page.Form($"/tasks/{taskId}"), ("Button", "Approve"), ("Comment", ""));

        answer.Headers.Location!.OriginalString.ShouldBe("/tasks");
        (await client.GetPageAsync("/tasks")).Banner().ShouldBe("Sent: Approve");
        var row = await portal.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == caseId));
        (row.Status, row.Outcome, row.OwnerName).ShouldBe((CaseStatus.Finished, "Approved", "Sam Whitfield"));
        (await portal.JournalAsync(caseId)).ShouldBe(["start Done Done", "ask Waiting", "ask Done Approve", "yes Done"]);
        (await portal.ReadAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == taskId || entry.SubjectId == caseId).OrderBy(entry => entry.Id).Select(entry => entry.Event).ToListAsync()))
            .ShouldBe([nameof(CaseStarted), nameof(TaskDecided), nameof(CaseEnded)]);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key.StartsWith($"workflow:{caseId}")))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_RefuseWithoutReason_ShowsError()
    {
        var (caseId, taskId) = await AskedAsync("Juggling");
        using var client = await portal.SignedInAsAsync("manager");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/tasks/{taskId}")).Form($"/tasks/{taskId}"), ("Button", "Refuse"));

        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Enter why, for the person who asked");
        (await portal.OpenTasksAsync(caseId)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsError()
    {
        var (_, taskId) = await AskedAsync("Knitting");
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"/tasks/{taskId}")).Form($"/tasks/{taskId}"));
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Select your decision");
    }

    [Fact]
    public async Task Post_DecidedMeanwhile_SaysSo()
    {
        var (_, taskId) = await AskedAsync("Chess");
        using var client = await portal.SignedInAsAsync("manager");
        var page = await client.GetPageAsync($"/tasks/{taskId}");
        (await portal.DecideAsync("manager", taskId, "Approve")).ShouldBe(DecisionOutcome.Taken);

        using var answer = await client.SubmitAsync(page.Form($"/tasks/{taskId}"), ("Button", "Refuse"), ("Comment", "Too late"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/tasks/{taskId}");
        page = await client.GetPageAsync($"/tasks/{taskId}");
        page.Banner().ShouldStartWith("Somebody else was quicker");
        page.QuerySelector("main form").ShouldBeNull();
    }

    [Fact]
    public async Task Get_TaskOfSomebodyElse_IsNotFound()
    {
        var (_, taskId) = await AskedAsync("Archery");
        foreach (var userName in (string[])["employee", "hr", "administrator"])
        {
            using var client = await portal.SignedInAsAsync(userName);
            using var answer = await client.GetAsync($"/tasks/{taskId}");
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, userName);
        }
    }

    [Fact]
    public async Task Post_NotSignedIn_IsSentToSignIn()
    {
        using var client = portal.SignedOut();
        using var answer = await client.GetAsync("/tasks/any");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task Get_ItemHasAPageOfItsOwn_LeadsThereOnlyWhoMaySeeIt(bool isRestricted, bool isThere)
    {
        await portal.ImportedAsync(WorkflowPortal.Type("about", ["ask|ApprovalTask", "yes|EndTask"], ["start|Done|ask", "ask|Approve|yes"], "StartedByWorkflowEvent", "{}"));
        var course = await portal.ReadAsync(db => db.Set<LearningDev.Catalogue.Entries.CatalogueEntry>().Where(row => row.IsRestricted == isRestricted).OrderBy(row => row.Title).FirstAsync());
        await using var scope = portal.Scope();
        var caseId = await scope.ServiceProvider.GetRequiredService<CaseCare>().StartAsync("about", course.ContentItemId, await portal.PersonIdAsync("employee"), []);
        var task = (await portal.OpenTasksAsync(caseId!)).ShouldHaveSingleItem();

        var links = (await portal.GetDocumentAsync($"/tasks/{task.Id}", "manager")).QuerySelectorAll("main a").Where(link => link.TextContent.StartsWith("Look at ", StringComparison.Ordinal)).ToList();

        links.Count.ShouldBe(isThere ? 1 : 0);
        if (isThere)
        {
            (await portal.GetDocumentAsync(links[0].GetAttribute("href")!, "manager")).QuerySelector("h1")!.TextContent.ShouldContain(course.Title);
        }
    }

    private async Task<(string CaseId, string TaskId)> AskedAsync(string title)
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", title));
        var task = (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldBe(["manager"]);
        return (row.Id, task.Id);
    }
}
