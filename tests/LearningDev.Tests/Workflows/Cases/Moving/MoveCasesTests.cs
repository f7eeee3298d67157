using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows.Designing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Html;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Cases.Moving;

[Requirement("WFL-02")]
public class MoveCasesTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_Employee_IsForbidden() => await portal.IsForbiddenAsync($"{await portal.DesignedAsync("move-forbidden")}/versions/1/move-cases/confirm");

    [Fact]
    public async Task Get_UnknownVersion_IsNotFound() => await portal.IsNotFoundAsync($"{await portal.DesignedAsync("move-unknown")}/versions/9/move-cases/confirm");

    [Fact]
    public async Task Get_CaseThatCannotBeMoved_SaysWhyAndOffersNothing()
    {
        var cases = await portal.OnOldVersionAsync("move-cannot", keepsStep: false, "Stays");
        var page = await portal.GetDocumentAsync($"/workflows/move-cannot/versions/2/move-cases/confirm?case={cases[0]}", "administrator");
        page.QuerySelector("h1")!.TextContent.ShouldBe("No case can be moved");
        page.MainText().ShouldContain("It is at “Manager decides”, which the other version does not have.");
        page.QuerySelector("main form[method=post]").ShouldBeNull();
    }

    [Fact]
    public async Task Post_CaseHasEndedMeanwhile_ShowsErrorAndMovesNothing()
    {
        var cases = await portal.OnOldVersionAsync("move-late", keepsStep: true, "Ends meanwhile");
        using var client = await portal.SignedInAsAsync("administrator");
        var form = (await client.GetPageAsync($"/workflows/move-late/versions/2/move-cases/confirm?case={cases[0]}")).MainForm();
        (await portal.DecideAsync("manager", (await portal.OpenTasksAsync(cases[0]))[0].Id, "Approve")).ShouldBe(DecisionOutcome.Taken);

        using var answer = await client.SubmitAsync(form);

        (await answer.ReadPageAsync()).ErrorSummary().ShouldContain("Nothing was moved, because the cases have gone on or ended in the meantime");
        (await VersionAsync(cases[0])).ShouldBe(1);
    }

    [Fact]
    public async Task Post_OneFromItsOwnPage_MovesItAndItGoesOnFromThere()
    {
        var cases = await portal.OnOldVersionAsync("move-one", keepsStep: true, "Moved", "Left");
        using var client = await portal.SignedInAsAsync("administrator");
        var link = (await client.GetPageAsync($"/workflows/cases/{cases[0]}")).QuerySelectorAll("main a").Single(one => one.TextContent == "Move it to version 2");
        var page = await client.GetPageAsync(link.GetAttribute("href")!);
        page.QuerySelector("h1")!.TextContent.ShouldBe("Move 1 case to version 2?");
        page.MainText().ShouldContain("Moved, from version 1");

        using var answer = await client.SubmitAsync(page.MainForm());

        answer.Headers.Location!.OriginalString.ShouldBe($"/workflows/cases/{cases[0]}");
        (await client.GetPageAsync($"/workflows/cases/{cases[0]}")).Banner().ShouldBe("1 case was moved to version 2");
        ((await VersionAsync(cases[0])), await VersionAsync(cases[1])).ShouldBe((2, 1));
        (await portal.WordsAsync(cases[0])).ShouldContain("Tomasz Kowalczyk moved it from version 1 to version 2 of the workflow");
        (await portal.WorkflowEventsAsync("move-one"))[^1].ShouldBe(nameof(CasesMovedToVersion));
        (await portal.DecideAsync("manager", (await portal.OpenTasksAsync(cases[0]))[0].Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.ReadAsync(db => db.Cases.Where(row => row.Id == cases[0]).Select(row => row.Outcome).SingleAsync())).ShouldBe("Approved");
    }

    [Fact]
    public async Task Post_All_MovesThoseThatCanAndTellsOfTheOthers()
    {
        var cases = await portal.OnOldVersionAsync("move-all", keepsStep: true, "One", "Two");
        using var client = await portal.SignedInAsAsync("administrator");

        using var answer = await client.SubmitAsync((await client.GetPageAsync("/workflows/move-all/versions/2/move-cases/confirm")).MainForm());

        answer.Headers.Location!.OriginalString.ShouldBe("/workflows/move-all/versions");
        var versions = await client.GetPageAsync("/workflows/move-all/versions");
        versions.Banner().ShouldBe("2 cases were moved to version 2");
        versions.MainText().ShouldContain("2 cases are going on with it.");
        foreach (var id in cases)
        {
            (await VersionAsync(id)).ShouldBe(2);
        }
    }

    [Fact]
    public async Task Get_ButtonThatLedOnIsGone_SaysThatItCannotBeMoved()
    {
        var cases = await portal.OnOldVersionAsync("move-button", keepsStep: true, "Needs its button");
        var third = DesignedWorkflow.Type("move-button");
        third["Activities"]![1]!["Properties"]!["Buttons"] = System.Text.Json.Nodes.JsonNode.Parse("""[{ "Name": "Approve", "Meaning": "Agree" }]""");
        third["Transitions"]!.AsArray().RemoveAt(2);
        await portal.ImportedAsync(third);
        var page = await portal.GetDocumentAsync($"/workflows/move-button/versions/3/move-cases/confirm?case={cases[0]}", "administrator");
        page.MainText().ShouldContain("It waits at “Manager decides”, which cannot be left by “Refuse” in the other version.");
    }

    private Task<int> VersionAsync(string caseId) => portal.ReadAsync(db => db.Cases.Where(row => row.Id == caseId).Select(row => row.VersionNumber).SingleAsync());
}
