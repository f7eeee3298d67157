using System.Net;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Tasks.Away;

[Requirement("WFL-03")]
public class AwayTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_Colleague_SeesTheTasksAndDecides()
    {
        await portal.ImportedAsync(WorkflowPortal.Type("away", ["ask|ApprovalTask", "yes|EndTask|{\"Outcome\":\"Yes\"}"], ["start|Done|ask", "ask|Approve|yes"]));
        var row = await portal.CaseAsync(await portal.AskAsync("employee", "Climbing"));
        var task = (await portal.OpenTasksAsync(row.Id))[0];
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.NotThere);
        using var client = await portal.SignedInAsAsync("manager");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        using var answer = await ChooseAsync(client, "Achebe", await portal.PersonIdAsync("hr"), today, today.AddDays(7));

        answer.Headers.Location!.OriginalString.ShouldBe("/tasks/away");
        var page = await client.GetPageAsync("/tasks/away");
        page.QuerySelector("main")!.TextContent.ShouldContain("Denise Achebe");
        (await portal.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(DelegateChosen)))).ShouldBe(1);
        (await portal.GetDocumentAsync("/tasks", "hr")).QuerySelector("main")!.TextContent.ShouldContain("You decide for Priya Raman, who is away");
        (await portal.GetDocumentAsync($"/requests/{row.Id}")).QuerySelector("main")!.TextContent.ShouldContain("Denise Achebe, for Priya Raman, who is away");
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.WordsAsync(row.Id)).ShouldContain("Denise Achebe, for Priya Raman, chose “Approve”");

        var id = await portal.ReadAsync(db => db.PeopleAway.Select(one => one.Id).SingleAsync());
        using var taken = await client.SubmitAsync(page.Forms.Single(form => form.Action.EndsWith("handler=TakeBack", StringComparison.Ordinal)), ("away", id));
        taken.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await portal.ReadAsync(db => db.PeopleAway.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Post_NothingFilledIn_ShowsErrors()
    {
        using var client = await portal.SignedInAsAsync("editor");
        using var answer = await client.SubmitAsync((await client.GetPageAsync("/tasks/away?q=Achebe")).Forms.Single(form => form.Method == "post" && form.Action.Contains("?q=", StringComparison.Ordinal)));
        var summary = (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent;
        summary.ShouldContain("Select who decides");
        summary.ShouldContain("Enter the first day");
        summary.ShouldContain("Enter the last day");
    }

    [Fact]
    public async Task Post_EndsBeforeItBegins_ShowsError()
    {
        using var client = await portal.SignedInAsAsync("editor");
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        using var answer = await ChooseAsync(client, "Achebe", await portal.PersonIdAsync("hr"), today.AddDays(5), today.AddDays(2));
        (await answer.ReadPageAsync()).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Last day must be the same as or after the first day");
    }

    [Fact]
    public async Task Post_TakeBackOfSomebodyElse_IsNotFound()
    {
        await portal.WriteAsync(db => db.Add(new AwayRow { Id = "others", PersonId = "somebody", DelegateId = "other", FromDay = new DateOnly(2099, 1, 1), ToDay = new DateOnly(2099, 1, 2) }));
        await portal.WriteAsync(db => db.Add(new AwayRow { Id = "own", PersonId = db.Users.Single(person => person.UserName == "coach").Id, DelegateId = "other", FromDay = new DateOnly(2099, 1, 1), ToDay = new DateOnly(2099, 1, 2) }));
        using var client = await portal.SignedInAsAsync("coach");
        var form = (await client.GetPageAsync("/tasks/away")).Forms.Single(one => one.Action.EndsWith("handler=TakeBack", StringComparison.Ordinal));
        ((AngleSharp.Html.Dom.IHtmlInputElement)form.QuerySelector("input[name=away]")!).Value = "others";
        using var answer = await client.SubmitAsync(form);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await portal.WriteAsync(db => db.RemoveRange(db.PeopleAway.ToList()));
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient client, string words, string personId, DateOnly from, DateOnly to) => await client.SubmitAsync(
        (await client.GetPageAsync($"/tasks/away?q={words}")).Forms.Single(form => form.Method == "post" && form.Action.Contains("?q=", StringComparison.Ordinal)),
        ("Delegate", personId), ("From.Day", $"{from.Day}"), ("From.Month", $"{from.Month}"), ("From.Year", $"{from.Year}"), ("To.Day", $"{to.Day}"), ("To.Month", $"{to.Month}"), ("To.Year", $"{to.Year}"));
}
