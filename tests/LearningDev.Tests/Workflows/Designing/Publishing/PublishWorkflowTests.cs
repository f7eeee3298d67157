using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Publishing;

[Requirement("WFL-02")]
public class PublishWorkflowTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("publish-forbidden")}/publish");

    [Fact]
    public Task Get_Unknown_IsNotFound() => portal.IsNotFoundAsync("/workflows/nothing/publish");

    [Fact]
    public async Task Get_SomethingIsWrong_CannotBePublished()
    {
        var url = await portal.DesignedAsync("publish-wrong");
        using var client = await portal.SignedInAsAsync("administrator");
        await portal.ChangeDraftAsync("publish-wrong", definition => definition.Name = "Other");
        var form = (await client.GetPageAsync($"{url}/publish")).MainForm();
        await portal.ChangeDraftAsync("publish-wrong", definition => definition.Activities[0].IsStart = false);

        using var answer = await client.SubmitAsync(form, ("Note", "Changed"));

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("Put right what is wrong before you publish");
        page.MainText().ShouldContain("No step starts the workflow");
        page.QuerySelector("main form").ShouldBeNull();
        (await portal.DraftAsync("publish-wrong")).VersionNumber.ShouldBe(1);
    }

    [Fact]
    public async Task Post_NoNote_ShowsError()
    {
        var url = await portal.DesignedAsync("publish-silent");
        await portal.ChangeDraftAsync("publish-silent", definition => definition.Name = "Other");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync((await client.GetPageAsync($"{url}/publish")).MainForm());
        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("Enter what you have changed and why");
    }

    [Fact]
    public async Task Post_Note_MakesTheNextVersionAndOldCasesKeepTheirs()
    {
        var url = await portal.DesignedAsync("publish");
        var old = await portal.AskAsync("employee", "Begun before");
        await portal.ChangeDraftAsync("publish", definition => definition.Find("yes")!.Properties["Outcome"] = "Approved anew");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"{url}/publish");
        page.MainText().ShouldContain("Approved anew instead of Approved");
        page.MainText().ShouldContain("1 case is going on. It keeps to the version on which it began.");

        using var answer = await client.SubmitAsync(page.MainForm(), ("Note", "Said otherwise"));

        answer.Headers.Location!.OriginalString.ShouldBe(url);
        (await client.GetPageAsync(url)).Banner().ShouldBe("Version 2 is published. New cases keep to it");
        var draft = await portal.DraftAsync("publish");
        (draft.IsDraft, draft.VersionNumber).ShouldBe((false, 2));
        (await portal.CaseAsync(old, "publish")).VersionNumber.ShouldBe(1);
        (await portal.WorkflowEventsAsync("publish")).ShouldBe(["WorkflowPublished", "WorkflowDraftSaved", "WorkflowPublished"]);
        var started = await portal.AskAsync("employee", "Begun after");
        (await portal.CaseAsync(started, "publish")).VersionNumber.ShouldBe(2);
    }

    [Fact]
    public async Task Post_SomebodyElseHasSaved_IsTold()
    {
        var url = await portal.DesignedAsync("publish-both");
        await portal.ChangeDraftAsync("publish-both", definition => definition.Name = "Other");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"{url}/publish")).MainForm();
        await portal.ChangeDraftAsync("publish-both", definition => definition.Name = "Another", "editor");

        using var answer = await client.SubmitAsync(form, ("Note", "Named otherwise"));

        var page = await answer.ReadPageAsync();
        page.ErrorSummary().ShouldContain("Look at what would be published now");
        page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("Named otherwise");
        (await portal.DraftAsync("publish-both")).VersionNumber.ShouldBe(1);
    }
}
