using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Running;

/// <summary>Several who change one case at the same moment: one wins, the others are told, and nothing is done twice.</summary>
[Requirement("WFL-03")]
public class CollisionTests(CollisionTests.CollisionPortal portal) : IClassFixture<CollisionTests.CollisionPortal>
{
    private const int Rounds = 6;

    public sealed class CollisionPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(Several("collision"), Several("versions"));
        }
    }

    private static System.Text.Json.Nodes.JsonObject Several(string id) => WorkflowPortal.Type(
        id,
        [
            "ask|ApprovalTask|{\"AssignTo\":\"People\",\"People\":[\"hr\",\"manager\",\"chief-officer\"],\"DueDays\":1,\"WhenOverdue\":\"Leave\"}",
            "yes|EndTask|{\"Outcome\":\"Yes\"}", "no|EndTask|{\"Outcome\":\"No\"}", "late|EndTask|{\"Outcome\":\"Late\"}",
        ],
        ["start|Done|ask", "ask|Approve|yes", "ask|Refuse|no", "ask|Not decided in time|late"]);

    [Fact]
    public async Task Decide_SeveralAtOnce_OneWins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (id, task) = await AskedAsync($"At once {round}");
            var outcomes = await Task.WhenAll(
                portal.DecideAsync("hr", task, "Approve"), portal.DecideAsync("manager", task, "Refuse", "No"), portal.DecideAsync("chief-officer", task, "Approve"));
            outcomes.Count(outcome => outcome == DecisionOutcome.Taken).ShouldBe(1);
            outcomes.Count(outcome => outcome == DecisionOutcome.TooLate).ShouldBe(2);
            (await portal.JournalAsync(id)).Count(line => line.StartsWith("ask Done", StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Withdraw_WhileSomebodyDecides_OneWins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (id, task) = await AskedAsync($"Withdrawn {round}");
            var deciding = portal.DecideAsync("hr", task, "Approve");
            var withdrawn = await WithdrawAsync(id);
            (await deciding == DecisionOutcome.Taken).ShouldBe(!withdrawn);
            (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == id))).Status.ShouldBe(withdrawn ? CaseStatus.Withdrawn : CaseStatus.Finished);
        }
    }

    [Fact]
    public async Task Timer_WhileSomebodyDecides_OneWins()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var (id, task) = await AskedAsync($"Timed {round}");
            portal.Clock.Advance(TimeSpan.FromDays(10));
            var deciding = portal.DecideAsync("hr", task, "Approve");
            await portal.RunTimersAsync();
            var row = await portal.ReadAsync(db => db.Cases.SingleAsync(one => one.Id == id));
            row.Outcome.ShouldBe(await deciding == DecisionOutcome.Taken ? "Yes" : "Late");
        }
    }

    [Fact]
    [Requirement("WFL-02")]
    public async Task Publish_WhileCasesGoOn_TheyKeepTheirVersionUntilTheyAreMoved()
    {
        var (old, task) = await AskedAsync("Old case", "versions");
        await portal.ImportedAsync(WorkflowPortal.Type(
            "versions",
            ["ask|ApprovalTask|{\"AssignTo\":\"LineManager\",\"DueDays\":1,\"WhenOverdue\":\"Leave\"}", "yes|EndTask|{\"Outcome\":\"New yes\"}", "no|EndTask|{\"Outcome\":\"New no\"}"],
            ["start|Done|ask", "ask|Approve|yes", "ask|Refuse|no", "ask|Not decided in time|no"]));
        var (stays, stayingTask) = (old, task);
        var (second, secondTask) = await AskedAsync("New case", "versions");
        (await portal.AskedAsync(secondTask)).ShouldBe(["manager"]);
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync("administrator");
            var types = scope.ServiceProvider.GetRequiredService<WorkflowTypes>();
            var version = (await types.VersionsAsync("versions"))[0];
            var care = scope.ServiceProvider.GetRequiredService<CaseCare>();
            var preview = await care.PreviewMoveAsync(version.Id);
            preview.ShouldContain(move => move.CaseId == old && move.WhyNot.Length == 0);
            (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == old))).VersionNumber.ShouldBeLessThan(version.Number);
            (await care.MoveAsync(version.Id, [old])).ShouldBe(1);
        }

        (await portal.DecideAsync("hr", stayingTask, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == stays))).Outcome.ShouldBe("New yes");
        (await portal.DecideAsync("manager", secondTask, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == second))).Outcome.ShouldBe("New yes");
    }

    private async Task<bool> WithdrawAsync(string id)
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync("employee");
        return await scope.ServiceProvider.GetRequiredService<CaseCare>().WithdrawAsync(id, "");
    }

    private async Task<(string CaseId, string TaskId)> AskedAsync(string title, string type = "collision")
    {
        var row = await portal.CaseAsync(await portal.AskAsync("employee", title), type);
        return (row.Id, (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem().Id);
    }
}
