using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.Tests.Workflows.Designing;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Machine;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Recipes;

/// <summary>A workflow written by hand in Orchard Core's form, with every activity that the portal shares with it, is run as cases: each start, and each way through the steps.</summary>
[Requirement("WFL-02")]
public class OrchardTests(OrchardTests.OrchardPortal portal) : IClassFixture<OrchardTests.OrchardPortal>
{
    private const string TypeId = "orchards-own";

    private static readonly string TypeFile = RepositoryRoot.Combine("tests", "LearningDev.Tests", "Workflows", "Recipes", "orchard.json");

    // What Orchard Core does not have.
    private static readonly string[] Own = ["SwitchTask", "EndTask", "WaitTask", "SendSignalTask", "WebhookTask", "SetFieldTask", "NotifyPeopleTask", "ApprovalTask", "RequesterTask"];

    public sealed class OrchardPortal : PortalHost
    {
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            await this.ImportedAsync(
                WorkflowPortal.Type("other", ["end|EndTask|{\"Outcome\":\"Began with {{ input.Limit }}\"}"], ["start|Done|end"], "StartedByWorkflowEvent", "{}"),
                JsonNode.Parse(await File.ReadAllTextAsync(TypeFile))!.AsObject());
        }
    }

    [Fact]
    public async Task Type_HasEveryActivityThatIsShared()
    {
        var type = JsonNode.Parse(await File.ReadAllTextAsync(TypeFile))!;
        await using var scope = portal.Scope();
        var shared = scope.ServiceProvider.GetRequiredService<ActivityCatalogue>().All.Where(activity => activity.GetType().Assembly == typeof(WorkflowsModule).Assembly).Select(activity => activity.Name).Except(Own);
        type["Activities"]!.AsArray().Select(activity => activity!["Name"]!.ToString()).Order().ShouldBe(shared.Order());
    }

    [Fact]
    public async Task Run_ItemIsPublished_GoesThroughAllStepsToTheEnd()
    {
        var itemId = await portal.AskAsync("employee", "Published");

        (await StartsAsync(itemId)).ShouldBe(["created", "published"]);
        var row = await StartedByAsync(itemId, "published");
        (row.Status, row.CorrelationId).ShouldBe((CaseStatus.Waiting, itemId));
        var task = (await portal.OpenTasksAsync(row.Id)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldContain("editor");
        (await portal.DecideAsync("editor", task.Id, "Accept")).ShouldBe(DecisionOutcome.Taken);
        await portal.RunWorkAsync();

        (await portal.JournalAsync(row.Id)).ShouldBe(
        [
            "published Done Done", "correlate Done Done", "property Done Done", "if Done True", "fork Done One\nTwo", "log Done Done", "user Waiting", "join Arrived", "user Done Accept", "join Done Joined",
            "publish Done Noop", "create Done Done", "give Done Done", "take Done Done", "owner Done Done", "users Done Done", "output Done Done", "execute Done Done",
        ]);
        (await CaseAsync(row.Id)).Status.ShouldBe(CaseStatus.Finished);
        (await portal.ReadAsync(db => db.Set<ContentItemRow>().CountAsync(item => item.DisplayText == "Made"))).ShouldBeGreaterThan(0);
        (await portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(one => one.TypeId == "other" && one.CorrelationId == itemId))).Outcome.ShouldBe("Began with 500");
        var told = await portal.ReadAsync(db => db.Set<PersonNotification>().Where(one => one.Key.StartsWith($"workflow:{row.Id}:") && one.Subject == "Done")
            .Join(db.Users, one => one.PersonId, person => person.Id, (_, person) => person.UserName).OrderBy(name => name).ToListAsync());
        told.ShouldBe(["employee", "hr", "manager"]);
    }

    [Fact]
    public async Task Run_DraftIsSaved_PublishesAndUnpublishesTheItem()
    {
        var itemId = await DraftAsync("Draft");

        (await StartsAsync(itemId)).ShouldBe(["created", "draft"]);
        var row = await StartedByAsync(itemId, "draft");
        (await portal.DecideAsync("editor", (await portal.OpenTasksAsync(row.Id))[0].Id, "Accept")).ShouldBe(DecisionOutcome.Taken);

        (await portal.JournalAsync(row.Id))[^3..].ShouldBe(["join Done Joined", "publish Done Published", "unpublish Done Unpublished"]);
        (await CaseAsync(row.Id)).Status.ShouldBe(CaseStatus.Finished);
        (await portal.FieldAsync(itemId, "Cost", VersionChoice.Published)).ShouldBeNull();
    }

    [Fact]
    public async Task Run_ItemIsUnpublishedAndRemoved_StartsACaseForEach()
    {
        var itemId = await portal.AskAsync("employee", "Comes and goes");
        await ChangeAsync(items => items.UnpublishAsync(itemId));
        (await StartsAsync(itemId)).ShouldContain("unpublished");
        await ChangeAsync(items => items.RemoveAsync(itemId));
        (await StartsAsync(itemId)).ShouldContain("deleted");
        foreach (var start in (string[])["unpublished", "deleted"])
        {
            var row = await StartedByAsync(itemId, start);
            (await portal.DecideAsync("editor", (await portal.OpenTasksAsync(row.Id))[0].Id, "Reject")).ShouldBe(DecisionOutcome.Taken);
            (await CaseAsync(row.Id)).Status.ShouldBe(CaseStatus.Finished);
        }
    }

    [Fact]
    public async Task Run_SignalTimerAndOtherWorkflow_StartACaseEach()
    {
        await using (var scope = portal.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<WorkflowSignals>().SendAsync("Begin", "", []);
            await scope.ServiceProvider.GetRequiredService<CaseCare>().StartAsync(TypeId, "", await portal.PersonIdAsync("employee"), []);
            await transaction.CommitAsync();
        }

        await portal.RunWorkAsync();
        (await StartsAsync("")).ShouldBe(["signalled", "started"]);
        portal.Clock.Advance(TimeSpan.FromDays(366));
        await portal.RunWorkAsync();
        portal.Clock.Advance(TimeSpan.FromDays(-366));
        (await StartsAsync("")).ShouldBe(["signalled", "started", "timed"]);
        foreach (var start in (string[])["signalled", "started", "timed"])
        {
            var journal = await portal.JournalAsync((await StartedByAsync("", start)).Id);
            journal[1..].ShouldBe(["property Done Done", "if Done True", "fork Done One\nTwo", "log Done Done", "user Waiting", "join Arrived"]);
        }
    }

    [Fact]
    public async Task Run_ConditionDoesNotHoldAndTheFirstBranchIsEnough_GoesTheOtherWay()
    {
        var type = JsonNode.Parse(await File.ReadAllTextAsync(TypeFile))!.AsObject();
        type["WorkflowTypeId"] = "orchards-other";
        var steps = type["Activities"]!.AsArray();
        JsonNode Step(string id) => steps.Single(step => step!["ActivityId"]!.ToString() == id)!;
        Step("if")["Properties"]!["Condition"]!["Expression"] = "property(\"Limit\") > 900";
        Step("join")["Properties"]!["Mode"] = "WaitAny";
        var ways = type["Transitions"]!.AsArray();
        ways.Single(way => way!["SourceActivityId"]!.ToString() == "if")!["SourceOutcomeName"] = "False";
        foreach (var start in steps.Where(step => step!["IsStart"]?.GetValue<bool>() == true && step["ActivityId"]!.ToString() != "started").ToList())
        {
            steps.Remove(start);
            ways.RemoveAll(way => way!["SourceActivityId"]!.ToString() == start!["ActivityId"]!.ToString());
        }

        await portal.ImportedAsync(type);
        var itemId = await portal.AskAsync("employee", "The other way");
        string caseId;
        await using (var scope = portal.Scope())
        {
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            caseId = (await scope.ServiceProvider.GetRequiredService<CaseCare>().StartAsync("orchards-other", itemId, await portal.PersonIdAsync("employee"), []))!;
            await transaction.CommitAsync();
        }

        await portal.RunWorkAsync();

        var journal = await portal.JournalAsync(caseId);
        journal.ShouldContain("if Done False");
        journal.ShouldContain("join Done Joined");
        journal.ShouldNotContain("user Done Accept");
        journal[^1].ShouldBe("execute Done Done");
        (await CaseAsync(caseId)).Status.ShouldBe(CaseStatus.Finished);
        (await portal.OpenTasksAsync(caseId)).ShouldBeEmpty("nobody waits for the other branch");
    }

    [Fact]
    public async Task Export_OfTheDesigner_ComesBackEqual()
    {
        await portal.DesignedAsync("round");
        await portal.ChangeDraftAsync("round", definition =>
        {
            definition.Find("ask")!.Properties["Instructions"] = "Look at “{{ item.name }}”";
            definition.Find("ask")!.Properties["StrangerThanWeKnow"] = new JsonObject { ["Kept"] = 1.50m };
        });
        using var client = await portal.SignedInAsAsync("administrator");
        var exported = JsonNode.Parse(await client.GetStringAsync(new Uri("/workflows/round/export", UriKind.Relative)))!;

        exported["steps"]![0]!["data"]![0]!["WorkflowTypeId"] = "back";
        await using (var scope = portal.Scope())
        {
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Recipe.Parse(exported.ToJsonString()), new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        }

        var again = JsonNode.Parse(await client.GetStringAsync(new Uri("/workflows/back/export", UriKind.Relative)))!;
        again["steps"]!.ToJsonString().ShouldBe(exported["steps"]!.ToJsonString());
    }

    private async Task<string> DraftAsync(string title)
    {
        var id = "";
        await ChangeAsync(async items =>
        {
            var item = items.New("Ask");
            item.Content["TitlePart"] = new JsonObject { ["Title"] = title };
            id = (await items.SaveDraftAsync(item)).ContentItemId;
        });
        return id;
    }

    private async Task ChangeAsync(Func<ContentItems, Task> change)
    {
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync("employee");
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            await change(scope.ServiceProvider.GetRequiredService<ContentItems>());
            await transaction.CommitAsync();
        }

        await portal.RunWorkAsync();
    }

    /// <summary>The steps at which cases about something have been started.</summary>
    private Task<List<string>> StartsAsync(string correlation) => portal.ReadAsync(db => db.CaseJournal
        .Where(entry => entry.Sequence == db.Set<JournalRow>().Where(other => other.CaseId == entry.CaseId).Min(other => other.Sequence))
        .Join(db.Set<CaseRow>().Where(row => row.TypeId == TypeId && row.CorrelationId == correlation), entry => entry.CaseId, row => row.Id, (entry, _) => entry.ActivityId).OrderBy(id => id).ToListAsync());

    private Task<CaseRow> StartedByAsync(string correlation, string start) => portal.ReadAsync(db => db.Cases.AsNoTracking()
        .Where(row => row.TypeId == TypeId && row.CorrelationId == correlation && db.Set<JournalRow>().Any(entry => entry.CaseId == row.Id && entry.ActivityId == start)).SingleAsync());

    private Task<CaseRow> CaseAsync(string id) => portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(row => row.Id == id));
}
