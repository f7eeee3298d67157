using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Removing;

[Requirement("WFL-01")]
public class RemoveStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("remove-forbidden")}/steps/ask/remove");

    [Fact]
    public async Task Get_UnknownStep_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("remove-unknown")}/steps/nothing/remove");

    [Fact]
    public async Task Post_Approval_SaysWhatIsCutAndConnectsAroundIt()
    {
        var url = await portal.DesignedAsync("remove");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/steps/ask/remove");
        page.MainText().ShouldContain("What leads to it leads to “All is well” then.");
        page.MainText().ShouldContain("“Refuse”, which leads to “It ends”");
        page.MainText().ShouldContain("Nothing leads to these steps then");

        using var answer = await client.SubmitAsync(page.MainForm());

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        (await client.GetPageAsync(url)).Banner().ShouldBe("The step is removed from the draft");
        var definition = (await portal.DraftAsync("remove")).Definition;
        (definition.Find("ask"), definition.Leads("start", "Done"), definition.Transitions.Count).ShouldBe((null, "yes", 1));
        (await portal.WorkflowEventsAsync("remove")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved"]);
    }

    [Fact]
    public async Task Post_SomebodyElseHasSaved_ShowsWhatWouldBeCutNow()
    {
        var url = await portal.DesignedAsync("remove-both");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/steps/ask/remove")).MainForm();
        await portal.ChangeDraftAsync("remove-both", definition => definition.Next("ask", "Approve")!.DestinationActivityId = "no", "editor");

        using var answer = await client.SubmitAsync(form);

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("What would be cut now is shown below");
        page.MainText().ShouldContain("What leads to it leads to “It ends” then.");
        (await portal.DraftAsync("remove-both")).Definition.Find("ask").ShouldNotBeNull();
    }
}
