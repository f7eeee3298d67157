using AngleSharp.Html.Dom;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks.Away;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Trying;

[Requirement("WFL-04")]
public class TrialTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("trial-forbidden")}/trial");

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/trial");

    [Fact]
    public async Task Get_BeginWithNothing_ShowsErrors()
    {
        var page = await portal.GetDocumentAsync($"{await portal.DesignedAsync("trial-empty")}/trial?go=1", "administrator");

        page.ErrorSummary().ShouldContain("Select whose request it is");
        page.ErrorSummary().ShouldContain("Enter what it is called");
    }

    [Fact]
    public async Task Get_WholeTrialOfTheDraft_ShowsWhoIsAskedWhatIsSentAndLeavesNothing()
    {
        var url = await portal.DesignedAsync("trial");
        await portal.ChangeDraftAsync("trial", definition =>
        {
            definition.Find("ask")!.Properties["TaskTitle"] = "May {{ item.name }} cost {{ AskPart.Cost }}?";
            definition.Find("yes")!.Properties["Outcome"] = "Approved in the draft";
        });
        var before = await CountsAsync();
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/trial");
        using var found = await client.SubmitAsync(TrialForm(page), "Find", [("title", "First aid"), ("f.AskPart.Cost", "£1,200"), ("owner.Search", "sam whit")], []);
        using var begun = await client.SubmitAsync(TrialForm(await found.ReadPageAsync()), "Begin the trial", [("owner", "employee")], []);
        page = await begun.ReadPageAsync();
        page.ErrorSummary().ShouldBe("");
        page.QuerySelector("#task-0")!.TextContent.ShouldContain("May First aid cost 1,200");
        page.MainText().ShouldContain("Asked: Priya Raman");
        page.QuerySelector(".app-trial .app-template-preview")!.TextContent.ShouldContain("This would be sent to Priya Raman");

        var form = (IHtmlFormElement)page.QuerySelector("section.app-step form")!;
        using var silent = await client.SubmitAsync(form, "Refuse", [], []);
        page = await silent.ReadPageAsync();
        page.ErrorSummary().ShouldContain("whoever presses “Refuse” must say why");
        using var decided = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("section.app-step form")!, "Approve", [], []);

        page = await decided.ReadPageAsync();
        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("The case has come to its end: Approved in the draft");
        page.MainText().ShouldContain("Priya Raman chose “Approve”");
        (await CountsAsync()).ShouldBe(before);

        var back = await client.GetPageAsync(page.QuerySelectorAll(".app-actions a").Single(link => link.TextContent == "Take the last step back").GetAttribute("href")!);
        back.QuerySelector("#task-0").ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_TimePasses_GoesOnWithWhatFollows()
    {
        var url = await portal.DesignedAsync("trial-late");
        await portal.ChangeDraftAsync("trial-late", definition =>
        {
            definition.Find("ask")!.Properties["WhenOverdue"] = "Leave";
            definition.Transitions.Add(new Transition { SourceActivityId = "ask", SourceOutcomeName = "Not decided in time", DestinationActivityId = "no" });
        });
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/trial?go=1&owner=employee&title=Late&type=Ask");

        // First comes the reminder of the day before.
        page = await PassAsync(client, await PassAsync(client, page));

        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Refused");
    }

    [Fact]
    public async Task Get_TimePassesThreeTimes_ShowsReminderThenEscalationThenReminderWithTheRealDays()
    {
        var url = await portal.DesignedAsync("trial-reminders");
        await portal.ChangeDraftAsync("trial-reminders", definition =>
        {
            var step = definition.Find("ask")!;
            (step.Properties["RemindDays"], step.Properties["RemindAgainDays"], step.Properties["WhenOverdue"], step.Properties["EscalateTo"]) = (2, 1, "Escalate", "Role");
            step.Properties["EscalateRoles"] = new System.Text.Json.Nodes.JsonArray("HR");
        });
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/trial?go=1&owner=employee&title=Slow&type=Ask");
        page.MainText().ShouldContain("they are reminded.");
        var due = System.Text.RegularExpressions.Regex.Match(page.MainText(), "To be done by ([^.]+)").Groups[1].Value;

        page = await PassAsync(client, page);
        Letters(page)[^1].ShouldContain("Priya Raman");
        Letters(page)[^1].ShouldContain("Reminder: ");
        Letters(page)[^1].ShouldContain($"Please do so by {due}.");
        page.MainText().ShouldContain("it is overdue, or they are reminded again.");

        page = await PassAsync(client, page);
        Letters(page)[^1].ShouldContain("This was not decided in time, so it is put before you:");
        Letters(page)[^1].ShouldContain("Denise Achebe");
        page.MainText().ShouldContain($"To be done by {due}");

        page = await PassAsync(client, page);
        Letters(page)[^1].ShouldContain("Reminder: ");
        Letters(page)[^1].ShouldContain("Denise Achebe");
    }

    [Fact]
    public async Task Get_SomebodyIsAway_ShowsWhoDecidesForThem()
    {
        var url = await portal.DesignedAsync("trial-away");
        var (manager, hr, today) = (await portal.PersonIdAsync("manager"), await portal.PersonIdAsync("hr"), DateOnly.FromDateTime(DateTime.UtcNow));
        await portal.WriteAsync(db => db.Add(new AwayRow { Id = "trial-away", PersonId = manager, DelegateId = hr, FromDay = today.AddDays(-1), ToDay = today.AddDays(1) }));
        using var client = await portal.SignedInAsAsync("administrator");

        var page = await client.GetPageAsync($"{url}/trial?go=1&owner=employee&title=Away&type=Ask");

        page.MainText().ShouldContain("Priya Raman (line manager), who is away: Denise Achebe decides");
        Letters(page).ShouldContain(letter => letter.Contains("This would be sent to Denise Achebe", StringComparison.Ordinal) && letter.Contains("This waits for you while Priya Raman is away:", StringComparison.Ordinal));
        using var decided = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("section.app-step form")!, "Approve", [("who", hr)], []);
        (await decided.ReadPageAsync()).MainText().ShouldContain("Denise Achebe, for Priya Raman, chose “Approve”");
        await portal.WriteAsync(db => db.RemoveRange(db.PeopleAway.ToList()));
    }

    [Theory]
    [InlineData("TimerEvent", "{\"CronExpression\":\"0 8 * * 1\"}")]
    [InlineData("SignalEvent", "{\"SignalName\":{\"Expression\":\"Begin\"}}")]
    public async Task Get_StartedByTimeOrSignal_IsTakenToHaveHappened(string start, string properties)
    {
        await portal.ImportedAsync(WorkflowPortal.Type($"trial-{start}", ["ask|ApprovalTask", "yes|EndTask"], ["start|Done|ask", "ask|Approve|yes"], start, properties));
        (await portal.GetDocumentAsync($"/workflows/trial-{start}/trial?go=1&owner=employee&title=Weekly", "administrator")).MainText().ShouldContain("Asked: Priya Raman");
    }

    private static async Task<IHtmlDocument> PassAsync(HttpClient client, IHtmlDocument page)
    {
        using var answer = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("form.app-step")!);
        return await answer.ReadPageAsync();
    }

    private static List<string> Letters(IHtmlDocument page) => [.. page.QuerySelectorAll(".app-trial .app-template-preview").Select(letter => letter.TextContent)];

    private static IHtmlFormElement TrialForm(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form[method=get]")!;

    private Task<(int, int, int, int, int)> CountsAsync() => portal.ReadAsync(async db => (
        await db.Cases.CountAsync(), await db.WorkflowTasks.CountAsync(), await db.WorkflowWork.CountAsync(), await db.Set<OutboxMessage>().CountAsync(), await db.Set<LearningDev.Content.Items.ContentItemRow>().CountAsync()));
}
