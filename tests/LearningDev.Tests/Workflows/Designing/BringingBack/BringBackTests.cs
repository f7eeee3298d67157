using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.BringingBack;

[Requirement("WFL-02")]
public class BringBackTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("back-forbidden")}/versions/1/bring-back");

    [Fact]
    public async Task Get_UnknownNumber_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("back-unknown")}/versions/9/bring-back");

    [Fact]
    public async Task Get_Same_SaysThatThereIsNothingToBringBack() =>
        (await portal.GetDocumentAsync($"{await portal.DesignedAsync("back-same")}/versions/1/bring-back", "administrator")).MainText().ShouldContain("There is nothing to bring back.");

    [Fact]
    public async Task Post_OldVersion_IsTheDraftAndNothingIsPublished()
    {
        var url = await portal.DesignedAsync("back");
        var changed = DesignedWorkflow.Type("back");
        changed["Name"] = "Second name";
        await portal.ImportedAsync(changed);
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/versions/1/bring-back");
        page.MainText().ShouldContain("Second name");

        using var answer = await client.SubmitAsync(page.MainForm());

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        (await client.GetPageAsync(url)).Banner().ShouldBe("Version 1 is the draft now");
        var draft = await portal.DraftAsync("back");
        (draft.IsDraft, draft.VersionNumber, draft.Definition.Name).ShouldBe((true, 2, "Workflow back"));
        (await portal.WorkflowEventsAsync("back"))[^1].ShouldBe("WorkflowDraftSaved");
    }
}
