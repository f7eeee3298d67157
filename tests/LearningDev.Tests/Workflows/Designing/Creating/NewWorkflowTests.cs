using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Designing.Creating;

[Requirement("WFL-01")]
public class NewWorkflowTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Url = "/workflows/new";

    [Fact]
    public Task Get_Employee_IsForbidden() => portal.IsForbiddenAsync(Url);

    [Fact]
    public async Task Post_NoNameOrTooLong_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        foreach (var (name, message) in new[] { (" ", "Enter a name"), (new string('n', 201), "Name must be 200 characters or less") })
        {
            using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).MainForm(), ("Name", name));
            (await answer.ReadPageAsync()).QuerySelector("#Name-error")!.TextContent.ShouldContain(message);
        }
    }

    [Fact]
    public async Task Post_Name_MakesADraftToWhichWhatStartsItCanBeAdded()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync((await client.GetPageAsync(Url)).MainForm(), ("Name", "Time off for study"), ("Description", "Half a day\nfor each examination"));

        var steps = answer.Headers.Location!.OriginalString;
        var id = steps["/workflows/".Length..];
        var draft = await portal.DraftAsync(id);
        (draft.Definition.Name, draft.IsDraft, draft.VersionNumber).ShouldBe(("Time off for study", true, 0));
        CaseRules.Of(draft.Definition).Description.ShouldBe("Half a day for each examination");
        (await portal.WorkflowEventsAsync(id)).ShouldBe(["WorkflowDraftSaved"]);

        var page = await client.GetPageAsync(steps);
        page.QuerySelector(".app-empty a")!.GetAttribute("href").ShouldBe($"{steps}/add");
        page = await client.GetPageAsync($"{steps}/add");
        page.MainText().ShouldContain("What starts the workflow?");
        page.QuerySelector($"a[href='{steps}/add/ApprovalTask']").ShouldBeNull();
        using var added = await client.SubmitAsync((await client.GetPageAsync($"{steps}/add/ContentPublishedEvent")).MainForm(), ("title", "A request comes"));
        (await portal.DraftAsync(id)).Definition.Activities.Single().IsStart.ShouldBeTrue();
    }
}
