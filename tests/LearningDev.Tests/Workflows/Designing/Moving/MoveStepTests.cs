using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Moving;

[Requirement("WFL-01")]
public class MoveStepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("move-forbidden")}/steps/ask/move");

    [Fact]
    public async Task Get_UnknownStepOrStart_IsNotFound()
    {
        var url = await portal.DesignedAsync("move-unknown");
        await portal.IsNotFoundAsync($"{url}/steps/nothing/move", $"{url}/steps/start/move");
    }

    [Fact]
    public async Task Post_NoPlace_ShowsError()
    {
        var url = await portal.DesignedAsync("move-nowhere");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/steps/ask/move")).MainForm());
        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("Select where the step is to come");
    }

    [Fact]
    public async Task Post_OtherPlace_IsTakenOutAndPutInThere()
    {
        var url = await portal.DesignedAsync("move");
        await portal.ChangeDraftAsync("move", definition =>
        {
            definition.Activities.Add(new ActivityRecord { ActivityId = "log", Name = "LogTask", Properties = new() { ["Text"] = new System.Text.Json.Nodes.JsonObject { ["Expression"] = "Said" } } });
            definition.Next("start", "Done")!.DestinationActivityId = "log";
            definition.Transitions.Add(new Transition { SourceActivityId = "log", SourceOutcomeName = "Done", DestinationActivityId = "ask" });
        });
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/steps/log/move")).MainForm(), ("Place", "ask|Refuse"));

        answer.Headers.Location!.OriginalString.ShouldBe($"{url}#step-log");
        var definition = (await portal.DraftAsync("move")).Definition;
        (definition.Leads("start", "Done"), definition.Leads("ask", "Refuse"), definition.Leads("log", "Done")).ShouldBe(("ask", "log", "no"));
        (await client.GetPageAsync(url)).Banner().ShouldBe("The step is moved in the draft");
        (await portal.WorkflowEventsAsync("move"))[^1].ShouldBe("WorkflowDraftSaved");
    }
}
