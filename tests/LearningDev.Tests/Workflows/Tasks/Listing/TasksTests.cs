using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Listing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Tasks.Listing;

[Requirement("WFL-05")]
public class TasksTests(TasksTests.ListPortal portal) : IClassFixture<TasksTests.ListPortal>
{
    public sealed class ListPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(WorkflowPortal.Type(
                "bulk",
                ["ask|ApprovalTask|{ \"TaskTitle\": \"Approve {{ item.name }}\", \"AssignTo\": \"LineManager\", \"AllowBulk\": true, \"DueDays\": 5 }", "yes|EndTask|{ \"Outcome\": \"Approved\" }"],
                ["start|Done|ask", "ask|Approve|yes"]));
        }
    }

    [Fact]
    public async Task Get_NothingWaits_SaysSo() =>
        (await portal.GetDocumentAsync("/tasks", "councillor")).QuerySelector(".app-empty__title")!.TextContent.ShouldBe("Nothing waits for you");

    [Fact]
    public async Task Post_SeveralChosen_DecidesAboutThemTogether()
    {
        string[] asked = [await portal.AskAsync("employee", "First"), await portal.AskAsync("employee", "Second"), await portal.AskAsync("employee", "Third")];
        var cases = new List<CaseRow>();
        foreach (var id in asked)
        {
            cases.Add(await portal.CaseAsync(id));
        }

        using var client = await portal.SignedInAsAsync("manager");
        var page = await client.GetPageAsync("/tasks");
        new[] { "Approve First", "Approve Second", "Approve Third" }.ShouldBeSubsetOf(page.Titles());
        var ids = new List<string> { (await portal.OpenTasksAsync(cases[0].Id))[0].Id, (await portal.OpenTasksAsync(cases[1].Id))[0].Id };

        using var answer = await client.SubmitAsync(page.Forms.First(form => form.Method == "post" && form.Closest("main") is not null), ("ids", ids[0]), ("ids", ids[1]), ("button", "Approve"));

        answer.Headers.Location!.OriginalString.ShouldBe("/tasks");
        page = await client.GetPageAsync("/tasks");
        page.Banner().ShouldBe("You decided “Approve” about 2 tasks");
        page.Titles().ShouldContain("Approve Third");
        page.Titles().ShouldNotContain("Approve First");
        (await portal.CaseAsync(asked[0])).Outcome.ShouldBe("Approved");
        (await portal.CaseAsync(asked[2])).Status.ShouldBe(CaseStatus.Waiting);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Waiting for you");
    }

    [Fact]
    public async Task Post_NothingChosen_ShowsErrors()
    {
        await portal.AskAsync("employee", "Something not chosen");
        using var client = await portal.SignedInAsAsync("manager");
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/tasks")).Forms.First(form => form.Method == "post" && form.Closest("main") is not null));
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var summary = (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
        summary.ShouldContain("Choose what you decide about");
        summary.ShouldContain("Select your decision");
    }

    [Fact]
    public async Task Get_Overdue_ShowsOnlyWhatIs()
    {
        await portal.AskAsync("editor", "Not due yet");
        (await portal.GetDocumentAsync("/tasks?due=overdue", "manager")).QuerySelectorAll(".app-results__item").Length.ShouldBe(0);
    }

    [Fact]
    public async Task Get_AnyPage_TellsInTheMenuHowMuchWaits()
    {
        await portal.AskAsync("editor", "Counted");
        using var client = await portal.SignedInAsAsync("manager");
        var page = await client.GetPageAsync("/account");

        var waiting = (await client.GetPageAsync("/tasks")).QuerySelectorAll(".app-results__item").Length;
        var words = string.Join(' ', page.QuerySelector("nav a[href='/tasks']")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        words.ShouldBe(waiting == 1 ? "Waiting for you (1 task)" : $"Waiting for you ({waiting} tasks)");
        page.QuerySelector("nav a[href='/tasks'] .govuk-visually-hidden")!.TextContent.Trim().ShouldStartWith("task");
        (await portal.GetDocumentAsync("/account", "councillor")).QuerySelector("nav a[href='/tasks']")!.TextContent.Trim().ShouldBe("Waiting for you");
    }

    [Fact]
    public async Task Count_NobodyIsAway_TakesOneQueryHoweverOftenItIsAsked()
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync("manager");
        var list = scope.ServiceProvider.GetRequiredService<TaskList>();
        await scope.ServiceProvider.GetRequiredService<LearningDev.Platform.Calendar.WorkingCalendar>().TodayAsync();
        portal.Queries.Restart();

        var count = await list.CountAsync(CancellationToken.None);
        (await list.CountAsync(CancellationToken.None)).ShouldBe(count);

        portal.Queries.Count.ShouldBe(1);
    }
}
