using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Cases;

[Requirement("WFL-04")]
public class CaseTests(CaseTests.StuckPortal portal) : IClassFixture<CaseTests.StuckPortal>
{
    public sealed class StuckPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(WorkflowPortal.Type(
                "stuck", ["set|SetFieldTask|{\"Field\":\"AskPart.Cost\",\"Value\":\"{{ AskPart.State }}\"}", "yes|EndTask|{\"Outcome\":\"Set\"}"], ["start|Done|set", "set|Done|yes"]));
        }
    }

    [Fact]
    public async Task Get_WithoutPermission_IsForbidden()
    {
        using var client = await portal.SignedInAsAsync("employee");
        using var answer = await client.GetAsync("/workflows/cases/any");
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Get_NoSuchCase_IsNotFound()
    {
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.GetAsync("/workflows/cases/none");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Post_PassOver_GoesOnWithTheOutcome()
    {
        var id = await StuckAsync("Passed over");
        using var client = await portal.SignedInAsAsync("administrator");
        var page = await client.GetPageAsync($"/workflows/cases/{id}");
        page.QuerySelector("main")!.TextContent.ShouldContain("“plenty” is no value for “Cost”");

        using var answer = await client.SubmitAsync(Form(page, "Skip"), ("outcome", "Done"), ("Reason", "It is known"));

        answer.Headers.Location!.OriginalString.ShouldBe($"/workflows/cases/{id}");
        (await client.GetPageAsync($"/workflows/cases/{id}")).Banner().ShouldBe("The step was passed over");
        (await CaseAsync(id)).Outcome.ShouldBe("Set");
        (await portal.ReadAsync(db => db.AuditEntries.Where(row => row.SubjectId == id && row.Event == nameof(CaseMended)).Select(row => row.Reason).SingleAsync())).ShouldBe("It is known");
    }

    [Fact]
    public async Task Post_PassOverWithoutReason_ShowsError()
    {
        var id = await StuckAsync("No reason");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync(Form(await client.GetPageAsync($"/workflows/cases/{id}"), "Skip"), ("outcome", "Done"));
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Enter why");
        (await CaseAsync(id)).Status.ShouldBe(CaseStatus.Faulted);
    }

    [Fact]
    public async Task Post_Retry_TriesAgain()
    {
        var id = await StuckAsync("Tried again");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync(Form(await client.GetPageAsync($"/workflows/cases/{id}"), "Retry"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.JournalAsync(id)).ShouldBe(["start Done Done", "set Faulted", "set Faulted"]);
    }

    [Fact]
    public async Task Post_Cancel_EndsTheCase()
    {
        var id = await StuckAsync("Cancelled");
        using var client = await portal.SignedInAsAsync("administrator");
        using var answer = await client.SubmitAsync(Form(await client.GetPageAsync($"/workflows/cases/{id}"), "Cancel"), ("Reason", "A mistake"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CaseAsync(id)).Status.ShouldBe(CaseStatus.Cancelled);
        (await portal.WordsAsync(id)).ShouldContain("Tomasz Kowalczyk cancelled it: A mistake");
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Form(AngleSharp.Html.Dom.IHtmlDocument page, string handler) =>
        page.Forms.Single(form => form.Action.EndsWith($"handler={handler}", StringComparison.Ordinal));

    private async Task<string> StuckAsync(string title)
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", title, change: part => part["State"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "plenty" }));
        row.Status.ShouldBe(CaseStatus.Faulted);
        return row.Id;
    }

    private Task<CaseRow> CaseAsync(string id) => portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(row => row.Id == id));
}
