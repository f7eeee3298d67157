using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Steps;

[Requirement("WFL-01")]
public class StepsTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync(await portal.DesignedAsync("steps-forbidden"));

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing");

    [Fact]
    public async Task Get_Workflow_ListsStepsInReadingOrderWithWhatTheyDoAndTheDiagram()
    {
        var url = await portal.DesignedAsync("steps-shown");

        var page = await portal.GetDocumentAsync(url, "administrator");

        page.QuerySelectorAll(".app-step__title").Select(title => string.Join(' ', title.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ShouldBe([page.QuerySelector(".app-step__title")!.TextContent.Trim(), "2. Manager decides", "3. All is well", "4. It ends"]);
        page.QuerySelector("#step-ask .app-step__words")!.TextContent.ShouldContain("within 5 working days");
        page.QuerySelector<IHtmlSelectElement>("#to-ask-1")!.SelectedOptions.Single().TextContent.ShouldBe("4. It ends");
        page.QuerySelector("svg.app-diagram title")!.TextContent.ShouldContain("Workflow steps-shown");
        page.QuerySelectorAll("svg.app-diagram .app-diagram__box").Length.ShouldBe(4);
        page.QuerySelector(".app-workflow-problems").ShouldBeNull();
    }

    [Fact]
    public async Task Get_SomethingIsWrong_SaysSoAtTheStepAndAbove()
    {
        var url = await portal.DesignedAsync("steps-wrong");
        await portal.ChangeDraftAsync("steps-wrong", definition =>
        {
            definition.Transitions.RemoveAll(transition => transition.SourceOutcomeName == "Refuse");
            definition.Activities.Add(new ActivityRecord { ActivityId = "strange", Name = "NobodyKnowsThis" });
        });

        var page = await portal.GetDocumentAsync(url, "administrator");

        page.QuerySelector(".app-workflow-problems h2")!.TextContent.ShouldContain("before it can be published");
        page.QuerySelector(".app-workflow-problems a[href='#step-strange']")!.TextContent.ShouldContain("NobodyKnowsThis");
        page.QuerySelector("#step-strange .app-step__problem--error").ShouldNotBeNull();
        page.QuerySelector("#step-ask .app-step__problem")!.TextContent.ShouldContain("leads nowhere");
    }

    [Fact]
    public async Task Post_OutcomeLeadsElsewhere_IsSavedInTheDraft()
    {
        var url = await portal.DesignedAsync("steps-led");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (IHtmlFormElement)(await client.GetPageAsync(url)).QuerySelector("#lead-ask")!;
        form.QuerySelector<IHtmlSelectElement>("#to-ask-1")!.Value = "yes";

        using var answer = await client.SubmitAsync(form);

        answer.Headers.Location!.OriginalString.ShouldBe($"{url}#step-ask");
        (await client.GetPageAsync(url)).Banner().ShouldBe("The connections are saved in the draft");
        var draft = await portal.DraftAsync("steps-led");
        (draft.IsDraft, draft.VersionNumber, draft.Definition.Leads("ask", "Refuse")).ShouldBe((true, 1, "yes"));
        (await portal.WorkflowEventsAsync("steps-led")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved"]);
    }

    [Fact]
    public async Task Post_SomebodyElseHasSaved_IsToldAndKeepsTheChoice()
    {
        var url = await portal.DesignedAsync("steps-both");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (IHtmlFormElement)(await client.GetPageAsync(url)).QuerySelector("#lead-ask")!;
        form.QuerySelector<IHtmlSelectElement>("#to-ask-1")!.Value = "yes";
        await portal.ChangeDraftAsync("steps-both", definition => definition.Name = "Named by another", "editor");

        using var answer = await client.SubmitAsync(form);

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("changed this workflow after you opened this page");
        page.QuerySelector<IHtmlSelectElement>("#to-ask-1")!.Value.ShouldBe("yes");
        using var again = await client.SubmitAsync((IHtmlFormElement)page.QuerySelector("#lead-ask")!);
        var draft = (await portal.DraftAsync("steps-both")).Definition;
        (draft.Name, draft.Leads("ask", "Refuse")).ShouldBe(("Named by another", "yes"));
    }
}
