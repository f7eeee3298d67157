using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Changing;

[Requirement("WFL-01")]
public class ChangeStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("change-forbidden")}/steps/ask");

    [Fact]
    public async Task Get_UnknownStep_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("change-unknown")}/steps/nothing", "/workflows/nothing/steps/ask");

    [Fact]
    public async Task Post_Unchanged_MakesNoDraft()
    {
        var url = await portal.DesignedAsync("change-nothing");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/steps/ask")).MainForm());

        answer.Headers.Location!.OriginalString.ShouldBe($"{url}#step-ask");
        (await portal.DraftAsync("change-nothing")).IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task Post_ButtonRenamed_KeepsItsWayAndTheRest()
    {
        var url = await portal.DesignedAsync("change-button");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/steps/ask")).MainForm(), ("p.Buttons[0].Name", "Agree"), ("p.DueDays", ""));

        (await client.GetPageAsync(url)).Banner().ShouldBe("The step is saved in the draft");
        var definition = (await portal.DraftAsync("change-button")).Definition;
        (definition.Leads("ask", "Agree"), definition.Leads("ask", "Approve"), definition.Leads("ask", "Refuse")).ShouldBe(("yes", null, "no"));
        definition.Find("ask")!.Properties.ContainsKey("DueDays").ShouldBeFalse();
        (await portal.WorkflowEventsAsync("change-button")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved"]);
    }

    [Fact]
    public async Task Post_ButtonNamedTwice_ShowsError()
    {
        var url = await portal.DesignedAsync("change-twice");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/steps/ask")).MainForm(), ("p.Buttons[1].Name", "Approve"));

        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("“Approve” is there twice");
    }

    [Fact]
    public async Task Post_SomebodyElseHasRemovedTheStep_IsToldAndCanAddItAgain()
    {
        var url = await portal.DesignedAsync("change-gone");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/steps/yes")).MainForm();
        await portal.ChangeDraftAsync("change-gone", definition => definition.Activities.RemoveAll(step => step.ActivityId == "yes"), "editor");

        using var answer = await client.SubmitAsync(form, ("p.Outcome", "Approved at last"));

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("Somebody else has removed this step");
        using var again = await client.SubmitAsync(page.MainForm());
        (await portal.DraftAsync("change-gone")).Definition.Find("yes")!.Properties["Outcome"]!.ToString().ShouldBe("Approved at last");
    }

    [Fact]
    public async Task Get_ActivityNobodyKnows_SaysSoAndOffersToRemoveIt()
    {
        var url = await portal.DesignedAsync("change-strange");
        await portal.ChangeDraftAsync("change-strange", definition => definition.Activities.Add(new ActivityRecord { ActivityId = "strange", Name = "NobodyKnowsThis" }));

        var page = await portal.GetDocumentAsync($"{url}/steps/strange", "administrator");

        page.MainText().ShouldContain("NobodyKnowsThis");
        page.QuerySelector($"a[href='{url}/steps/strange/remove']").ShouldNotBeNull();
    }
}
