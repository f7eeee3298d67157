using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Discarding;

[Requirement("WFL-02")]
public class DiscardDraftTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("discard-forbidden")}/discard");

    [Fact]
    public async Task Get_NoDraft_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("discard-none")}/discard");

    [Fact]
    public async Task Post_Draft_IsGoneAndThePublishedVersionIsShown()
    {
        var url = await portal.DesignedAsync("discard");
        await portal.ChangeDraftAsync("discard", definition => definition.Name = "Given up");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/discard");
        page.MainText().ShouldContain("Given up");

        using var answer = await client.SubmitAsync(page.MainForm());

        (await client.GetPageAsync(url)).Banner().ShouldBe("The draft is discarded. You see what is published");
        var draft = await portal.DraftAsync("discard");
        (draft.IsDraft, draft.Definition.Name).ShouldBe((false, "Workflow discard"));
        (await portal.WorkflowEventsAsync("discard")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved", "WorkflowDraftDiscarded"]);
    }

    [Fact]
    public async Task Post_SomebodyElseHasSaved_IsToldAndNothingIsLost()
    {
        var url = await portal.DesignedAsync("discard-both");
        await portal.ChangeDraftAsync("discard-both", definition => definition.Name = "Given up");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/discard")).MainForm();
        await portal.ChangeDraftAsync("discard-both", definition => definition.Name = "Kept", "editor");

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("What would be discarded now is shown below");
        (await portal.DraftAsync("discard-both")).Definition.Name.ShouldBe("Kept");
    }
}
