using AngleSharp.Html.Dom;
using LearningDev.Platform.Outbox;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
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

        using var answer = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("form.app-step")!);

        (await answer.ReadPageAsync()).QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("Refused");
    }

    private static IHtmlFormElement TrialForm(IHtmlDocument page) => (IHtmlFormElement)page.QuerySelector("main form[method=get]")!;

    private Task<(int, int, int, int, int)> CountsAsync() => portal.ReadAsync(async db => (
        await db.Cases.CountAsync(), await db.WorkflowTasks.CountAsync(), await db.WorkflowWork.CountAsync(), await db.Set<OutboxMessage>().CountAsync(), await db.Set<LearningDev.Content.Items.ContentItemRow>().CountAsync()));
}
