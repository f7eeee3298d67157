using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Activities.Outside;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Deciding;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Workflows.Activities;

/// <summary>What each activity does, in a case of a workflow that a recipe has brought.</summary>
public class StepTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private static readonly string[] End = ["yes|EndTask|{\"Outcome\":\"Yes\"}", "no|EndTask|{\"Outcome\":\"No\"}"];

    [Theory]
    [InlineData("""{ "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.Cost", "Operator": "IsMoreThan", "Values": ["1000"] }] } }""", 1000, "No")]
    [InlineData("""{ "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.Cost", "Operator": "IsMoreThan", "Values": ["1000"] }] } }""", 1001, "Yes")]
    [InlineData("""{ "Conditions": { "Match": "Any", "Conditions": [{ "Field": "AskPart.Cost", "Operator": "Is", "Values": ["5.0"] }], "Groups": [{ "Match": "All", "Conditions": [{ "Field": "owner.grade", "Operator": "IsAnyOf", "Values": ["NB9", "NB10"] }, { "Field": "AskPart.Urgent", "Operator": "Is", "Values": ["true"] }] }] } }""", 7, "Yes")]
    [InlineData("""{ "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.Starts", "Operator": "IsAtLeast", "Values": ["today+14"] }] } }""", 7, "Yes")]
    [InlineData("""{ "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.Asked", "Operator": "IsAnyOf", "Values": ["hr"] }, { "Field": "owner.person", "Operator": "Is", "Values": ["owner"] }] } }""", 7, "Yes")]
    [InlineData("""{ "Conditions": { "Match": "All", "Conditions": [{ "Field": "AskPart.State", "Operator": "IsEmpty" }] } }""", 7, "Yes")]
    [InlineData("""{ "Condition": { "Expression": "input('ContentItem').Content.AskPart.Cost.Value >= 500 && true" } }""", 499, "No")]
    [InlineData("""{ "Condition": { "Expression": "false" } }""", 1, "No")]
    public async Task IfElse_Conditions_AreBuiltOfFields(string properties, decimal cost, string outcome)
    {
        var hr = await portal.PersonIdAsync("hr");
        (await EndsAsync([$"if|IfElseTask|{properties}", .. End], ["start|Done|if", "if|True|yes", "if|False|no"], cost, part =>
        {
            part["Urgent"] = new JsonObject { ["Value"] = true };
            part["Starts"] = new JsonObject { ["Value"] = "2099-01-01T00:00:00Z" };
            part["Asked"] = new JsonObject { ["UserIds"] = new JsonArray(hr) };
        })).Outcome.ShouldBe(outcome);
    }

    [Theory]
    [InlineData(100, "Small")]
    [InlineData(600, "Large")]
    [InlineData(6000, "Otherwise")]
    public async Task Switch_FirstWayThatHolds_IsTaken(decimal cost, string way)
    {
        const string cases =
            """
            { "Cases": [{ "Name": "Small", "When": { "Conditions": [{ "Field": "AskPart.Cost", "Operator": "IsAtMost", "Values": ["500"] }] } },
                        { "Name": "Large", "When": { "Conditions": [{ "Field": "AskPart.Cost", "Operator": "IsAtMost", "Values": ["5000"] }] } }] }
            """;
        var ended = await EndsAsync(
            [$"switch|SwitchTask|{cases}", "a|EndTask|{\"Outcome\":\"Small\"}", "b|EndTask|{\"Outcome\":\"Large\"}", "c|EndTask|{\"Outcome\":\"Otherwise\"}"],
            ["start|Done|switch", "switch|Small|a", "switch|Large|b", "switch|Otherwise|c"], cost);
        ended.Outcome.ShouldBe(way);
    }

    [Fact]
    public async Task Case_RememberedValue_StandsInTexts()
    {
        var ended = await EndsAsync(
            ["set|SetPropertyTask|{\"PropertyName\":\"Limit\",\"Value\":{\"Expression\":\"500\"}}", "log|LogTask|{\"Text\":{\"Expression\":\"{{ owner.name }} asks for {{ AskPart.Cost }} of {{ case.Limit }}\"}}", "yes|EndTask|{\"Outcome\":\"{{ item.name }} seen\"}"],
            ["start|Done|set", "set|Done|log", "log|Done|yes"], 1234);
        ended.Outcome.ShouldEndWith(" seen");
        (await portal.WordsAsync(ended.Id)).ShouldContain("Sam Whitfield asks for 1,234 of 500");
    }

    [Fact]
    public async Task SetField_PublishedItem_StaysPublishedWithTheValue()
    {
        var ended = await EndsAsync(["set|SetFieldTask|{\"Field\":\"AskPart.State\",\"Value\":\"Approved\"}"], ["start|Done|set"]);
        (ended.Status, ended.Fault).ShouldBe((CaseStatus.Finished, ""));
        (await portal.FieldAsync(ended.CorrelationId, "State", VersionChoice.Published)).ShouldBe("Approved");
        // Its own change starts it no second time.
        await portal.RunWorkAsync();
        (await portal.ReadAsync(db => db.Cases.CountAsync(row => row.CorrelationId == ended.CorrelationId))).ShouldBe(1);
    }

    [Fact]
    public async Task SetField_WrongValue_StopsTheCaseVisiblyAndCanBeRetried()
    {
        var stuck = await EndsAsync(["set|SetFieldTask|{\"Field\":\"AskPart.Cost\",\"Value\":\"a lot\"}"], ["start|Done|set"]);
        stuck.Status.ShouldBe(CaseStatus.Faulted);
        stuck.Fault.ShouldBe("“a lot” is no value for “Cost”");
        await using var scope = portal.Scope();
        var care = scope.ServiceProvider.GetRequiredService<CaseCare>();
        (await care.RetryAsync(stuck.Id, "set", 1)).ShouldBeTrue();
        (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == stuck.Id))).Status.ShouldBe(CaseStatus.Faulted);
        (await care.SkipAsync(stuck.Id, "set", 1, "Done", "Never mind")).ShouldBeTrue();
        (await portal.ReadAsync(db => db.Cases.SingleAsync(row => row.Id == stuck.Id))).Status.ShouldBe(CaseStatus.Finished);
        (await portal.JournalAsync(stuck.Id)).ShouldBe(["start Done Done", "set Faulted", "set Faulted", "set Skipped Done"]);
    }

    [Fact]
    public async Task Unpublish_AndPublish_GoByOutcome()
    {
        var ended = await EndsAsync(
            ["noop|PublishContentTask", "off|UnpublishContentTask", "on|PublishContentTask", "yes|EndTask|{\"Outcome\":\"There again\"}"],
            ["start|Done|noop", "noop|Noop|off", "off|Unpublished|on", "on|Published|yes"]);
        ended.Outcome.ShouldBe("There again");
    }

    [Fact]
    public async Task Create_Item_HasItsValuesAndId()
    {
        var ended = await EndsAsync(
            ["make|CreateContentTask|{\"ContentType\":\"Ask\",\"ItemTitle\":\"About {{ item.name }}\",\"ContentProperties\":{\"Expression\":\"{ \\\"AskPart\\\": { \\\"State\\\": { \\\"Text\\\": \\\"{{ owner.name }} \\\" } } }\"}}", "yes|EndTask|{\"Outcome\":\"{{ case.CreatedItemId }}\"}"],
            ["start|Done|make", "make|Done|yes"]);
        (await portal.FieldAsync(ended.Outcome, "State")).ShouldBe("Sam Whitfield ");
    }

    [Fact]
    public async Task Roles_GivenAndTaken_AreInForce()
    {
        await EndsAsync(["give|AssignUserRoleTask|{\"RoleName\":{\"Expression\":\"Editor\"}}"], ["start|Done|give"]);
        (await RolesAsync("employee")).ShouldContain("Editor");
        await EndsAsync(["take|UnassignUserRoleTask|{\"Roles\":[\"Editor\"]}"], ["start|Done|take"]);
        (await RolesAsync("employee")).ShouldNotContain("Editor");
        (await portal.ImportAsync(WorkflowPortal.Type("admin", ["give|AssignUserRoleTask|{\"RoleName\":{\"Expression\":\"Administrator\"}}"], ["start|Done|give"])))
            .Problems.ShouldContain(problem => problem.Message.Contains("cannot give the role of administrators"));
    }

    [Fact]
    public async Task Notify_People_HasOneLetterEach()
    {
        var ended = await EndsAsync(
            ["tell|NotifyPeopleTask|{\"To\":\"Owner\",\"Subject\":\"{{ item.name }}\",\"Text\":\"It is done.\"}", "chief|NotifyPeopleTask|{\"To\":\"Role\",\"Roles\":[\"Chief officer\"],\"Text\":\"Know of it.\"}"],
            ["start|Done|tell", "tell|Done|chief"]);
        ended.Status.ShouldBe(CaseStatus.Finished);
        (await portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key.StartsWith($"workflow:{ended.Id}:")))).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task Notify_OwnerOfTheItemAndUserNames_HaveTheirLetters()
    {
        var ended = await EndsAsync(
            ["owner|NotifyContentOwnerTask|{\"Subject\":{\"Expression\":\"{{ item.name }}\"},\"TextBody\":{\"Expression\":\"It is yours.\"}}",
             "users|NotifyUserTask|{\"UserNames\":{\"Expression\":\"hr, coach, nobody-of-this-name\"},\"Subject\":{\"Expression\":\"Know of it\"}}",
             "none|NotifyUserTask|{\"UserNames\":{\"Expression\":\"nobody-of-this-name\"},\"Subject\":{\"Expression\":\"Lost\"}}",
             "yes|EndTask|{\"Outcome\":\"Told\"}"],
            ["start|Done|owner", "owner|Done|users", "users|Done|none", "none|Failed: no user found|yes"]);
        (ended.Outcome, ended.Fault).ShouldBe(("Told", ""));
        var told = await portal.ReadAsync(db => db.Set<PersonNotification>().Where(row => row.Key.StartsWith($"workflow:{ended.Id}:"))
            .Join(db.Users, row => row.PersonId, person => person.Id, (row, person) => person.UserName!).OrderBy(name => name).ToListAsync());
        told.ShouldBe(["coach", "employee", "hr"]);
    }

    [Fact]
    public async Task Correlate_OtherId_IsWhatACaseWaitsFor()
    {
        var about = $"paid-{Identifiers.New()}";
        var waiting = await EndsAsync(
            [$"about|CorrelateTask|{{\"Value\":{{\"Expression\":\"{about}\"}}}}", "wait|SignalEvent|{\"SignalName\":{\"Expression\":\"Paid\"}}", "yes|EndTask|{\"Outcome\":\"Paid\"}"],
            ["start|Done|about", "about|Done|wait", "wait|Done|yes"], correlation: about);
        waiting.Status.ShouldBe(CaseStatus.Waiting);

        await EndsAsync([$"send|SendSignalTask|{{\"SignalName\":\"Paid\",\"About\":\"{about}\"}}"], ["start|Done|send"]);
        await portal.RunWorkAsync();

        (await CaseAsync(waiting.Id)).Outcome.ShouldBe("Paid");
    }

    [Theory]
    [InlineData("ContentCreatedEvent", "created")]
    [InlineData("ContentDraftSavedEvent", "saved a draft of")]
    [InlineData("ContentUnpublishedEvent", "off the portal")]
    [InlineData("ContentDeletedEvent", "removed")]
    public async Task ContentEvent_OfItsKind_StartsACase(string activity, string words)
    {
        var id = Identifiers.New();
        await portal.ImportedAsync(WorkflowPortal.Type(id, ["yes|EndTask|{\"Outcome\":\"Seen\"}"], ["start|Done|yes"], activity));
        var item = await portal.AskAsync("employee", $"Ask {id}");
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync("editor");
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            var draft = (await items.FindAsync(item, VersionChoice.Latest))!;
            draft.Content["AskPart"]!["State"] = new JsonObject { ["Text"] = "Changed" };
            await items.SaveDraftAsync(draft);
            await items.UnpublishAsync(item);
            await items.RemoveAsync(item);
            await transaction.CommitAsync();
        }

        await portal.RunWorkAsync();
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<LearningDev.Workflows.Definitions.WorkflowTypes>().EnableAsync(id, isEnabled: false);
        }

        var row = await portal.CaseAsync(item, id);
        row.Outcome.ShouldBe("Seen");
        (await portal.WordsAsync(row.Id)).ShouldContain(said => said.Contains(words));
    }

    [Fact]
    public async Task Webhook_HostThatIsNotNamed_IsAFault()
    {
        const string call = "call|WebhookTask|{\"Url\":\"https://hooks.council.example/ask\",\"Values\":{\"cost\":\"{{ AskPart.Cost }}\"}}";
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("WorkflowSettings", "{}");
        }

        (await EndsAsync([call], ["start|Done|call"])).Fault.ShouldContain("hooks.council.example is none of the hosts that workflows may call");
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ISettings>().SaveJsonAsync("WorkflowSettings", """{ "WebhookHosts": ["hooks.council.example"] }""");
        }

        var ended = await EndsAsync([call], ["start|Done|call"]);
        (ended.Status, ended.Fault).ShouldBe((CaseStatus.Finished, ""));
        (await portal.ReadAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.Kind == "webhook" && row.Key.StartsWith($"workflow:{ended.Id}:")))).ShouldBe(1);
    }

    [Fact]
    public async Task Webhook_PrivateAddress_IsNeverConnectedTo()
    {
        await using var scope = portal.Scope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        await settings.SaveJsonAsync("WorkflowSettings", """{ "WebhookHosts": ["localhost", "hooks.council.example"] }""");
        using var sender = new WebhookSender(settings);
        (await Should.ThrowAsync<HttpRequestException>(() => sender.DeliverAsync(new WebhookCall("https://localhost/", "{}"), new OutboxDelivery("id", "key", 1), CancellationToken.None)))
            .ToString().ShouldContain("has no address on the internet");
        await Should.ThrowAsync<UndeliverableException>(() => sender.DeliverAsync(new WebhookCall("https://other.example/", "{}"), new OutboxDelivery("id", "key", 1), CancellationToken.None));
    }

    [Fact]
    public async Task Wait_WorkingDays_GoesOnWhenItIsTime()
    {
        var waiting = await EndsAsync(["wait|WaitTask|{\"Until\":\"Days\",\"Days\":3}", "yes|EndTask|{\"Outcome\":\"Yes\"}"], ["start|Done|wait", "wait|Done|yes"]);
        waiting.Status.ShouldBe(CaseStatus.Waiting);
        await portal.RunTimersAsync();
        (await CaseAsync(waiting.Id)).Status.ShouldBe(CaseStatus.Waiting);
        portal.Clock.Advance(TimeSpan.FromDays(15));
        await portal.RunTimersAsync();
        (await CaseAsync(waiting.Id)).Outcome.ShouldBe("Yes");
    }

    [Fact]
    public async Task Timer_StartsCasesAndPlansTheNext()
    {
        await portal.ImportedAsync(WorkflowPortal.Type("hourly", ["yes|EndTask|{\"Outcome\":\"Ran\"}"], ["start|Done|yes"], "TimerEvent", "{\"CronExpression\":\"0 * * * *\"}"));
        for (var hour = 1; hour <= 2; hour++)
        {
            portal.Clock.Advance(TimeSpan.FromHours(1));
            await portal.RunWorkAsync();
            (await portal.ReadAsync(db => db.Cases.CountAsync(row => row.TypeId == "hourly"))).ShouldBe(hour);
        }

        (await portal.ReadAsync(db => db.WorkflowWork.CountAsync(row => row.TypeId == "hourly"))).ShouldBe(1);
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<LearningDev.Workflows.Definitions.WorkflowTypes>().EnableAsync("hourly", isEnabled: false);
        (await portal.ReadAsync(db => db.WorkflowWork.CountAsync(row => row.TypeId == "hourly"))).ShouldBe(0);
    }

    [Fact]
    public async Task Signal_OfAnotherNameOrItem_GoesOnWithNothing()
    {
        var waiting = await EndsAsync(["wait|SignalEvent|{\"SignalName\":{\"Expression\":\"Paid\"}}", "yes|EndTask|{\"Outcome\":\"{{ input.Amount }}\"}"], ["start|Done|wait", "wait|Done|yes"]);
        foreach (var (name, about, status) in new[] { ("Lost", waiting.CorrelationId, CaseStatus.Waiting), ("Paid", "other", CaseStatus.Waiting), ("paid", waiting.CorrelationId, CaseStatus.Finished) })
        {
            await using var scope = portal.Scope();
            await scope.ServiceProvider.GetRequiredService<WorkflowSignals>().SendAsync(name, about, new JsonObject { ["Amount"] = 12 });
            await portal.RunWorkAsync();
            (await CaseAsync(waiting.Id)).Status.ShouldBe(status, name);
        }

        (await CaseAsync(waiting.Id)).Outcome.ShouldBe("12");
    }

    [Fact]
    public async Task ContentEvent_InTheMiddle_WaitsForTheSameItem()
    {
        var waiting = await EndsAsync(["wait|ContentUnpublishedEvent", "yes|EndTask|{\"Outcome\":\"Gone\"}"], ["start|Done|wait", "wait|Done|yes"]);
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<ContentItems>().UnpublishAsync(waiting.CorrelationId);
        }

        await portal.RunWorkAsync();
        (await CaseAsync(waiting.Id)).Outcome.ShouldBe("Gone");
    }

    [Fact]
    public async Task Execute_AnotherWorkflow_WaitsForItsEndAndTakesItsValues()
    {
        await portal.ImportedAsync(WorkflowPortal.Type(
            "inner", ["out|SetOutputTask|{\"OutputName\":\"Said\",\"Value\":{\"Expression\":\"{{ input.Word }} back\"}}"], ["start|Done|out"], "StartedByWorkflowEvent", "{}"));
        var ended = await EndsAsync(
            ["run|ExecuteWorkflowTask|{\"WorkflowTypeId\":\"inner\",\"WaitForCompletion\":true,\"Inputs\":{\"Word\":\"Hello\"}}", "yes|EndTask|{\"Outcome\":\"{{ case.Said }}\"}", "no|EndTask|{\"Outcome\":\"Failed\"}"],
            ["start|Done|run", "run|Done|yes", "run|Failed|no"]);
        ended.Outcome.ShouldBe("Hello back");
    }

    [Fact]
    public async Task UserTask_OfOrchard_IsATask()
    {
        var waiting = await EndsAsync(["ask|UserTaskEvent|{\"Actions\":[\"Accept\",\"Reject\"],\"Roles\":[\"HR\"]}", .. End], ["start|Done|ask", "ask|Accept|yes", "ask|Reject|no"]);
        var task = (await portal.OpenTasksAsync(waiting.Id)).ShouldHaveSingleItem();
        (await portal.AskedAsync(task.Id)).ShouldContain("hr");
        (await portal.DecideAsync("hr", task.Id, "Reject")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(waiting.Id)).Outcome.ShouldBe("No");
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Approval_AllOfSeveral_TakesEveryone()
    {
        var (all, task) = await ApprovalAsync("\"AssignTo\":\"People\",\"People\":[\"hr\",\"chief-officer\",\"manager\"],\"Rule\":\"All\"");
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await portal.DecideAsync("hr", task.Id, "Approve")).ShouldBe(DecisionOutcome.TooLate);
        (await portal.DecideAsync("manager", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(all)).Status.ShouldBe(CaseStatus.Waiting);
        (await portal.DecideAsync("chief-officer", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(all)).Outcome.ShouldBe("Yes");
        (await portal.WordsAsync(all)).ShouldContain("Denise Achebe chose “Approve”");
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Approval_TwoOfThree_IsRefusedWhenTwoCannotAgreeAnyMore()
    {
        var (id, task) = await ApprovalAsync("\"AssignTo\":\"People\",\"People\":[\"hr\",\"chief-officer\",\"manager\"],\"Rule\":\"Count\",\"Needed\":2");
        (await portal.DecideAsync("hr", task.Id, "Refuse", "No")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(id)).Status.ShouldBe(CaseStatus.Waiting);
        (await portal.DecideAsync("manager", task.Id, "Refuse", "Nor me")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(id)).Outcome.ShouldBe("No");
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Approval_NobodyToAsk_DoesAsItIsTold()
    {
        (await EndsAsync(["ask|ApprovalTask|{\"AssignTo\":\"GroupWhip\",\"WhenNobody\":\"Leave\"}", .. End], ["start|Done|ask", "ask|Nobody found|no"])).Outcome.ShouldBe("No");
        (await EndsAsync(["ask|ApprovalTask|{\"AssignTo\":\"People\",\"People\":[\"employee\"]}", .. End], ["start|Done|ask", "ask|Approve|yes"])).Fault.ShouldContain("Nobody can be asked");
        var (_, task) = await ApprovalAsync("\"AssignTo\":\"GroupWhip\",\"WhenNobody\":\"Role\",\"NobodyRoles\":[\"HR\"]");
        (await portal.AskedAsync(task.Id)).ShouldContain("hr");
    }

    [Theory]
    [Requirement("WFL-03")]
    [InlineData("LineManager", "manager")]
    [InlineData("ManagersManager", "chief-officer")]
    [InlineData("ChiefOfficer", "manager")]
    [InlineData("Director", "chief-officer")]
    public async Task Approval_Relationship_FindsThePerson(string relationship, string userName)
    {
        var (_, task) = await ApprovalAsync($"\"AssignTo\":\"{relationship}\"");
        (await portal.AskedAsync(task.Id)).ShouldBe([userName]);
    }

    [Fact]
    [Requirement("WFL-03")]
    public async Task Approval_Overdue_RemindsAndEscalates()
    {
        var (id, task) = await ApprovalAsync("\"AssignTo\":\"LineManager\",\"DueDays\":2,\"RemindDays\":1,\"WhenOverdue\":\"Escalate\",\"EscalateTo\":\"Managers\"");
        var letters = await LettersAsync(id);
        portal.Clock.Advance(TimeSpan.FromDays(15));
        await portal.RunTimersAsync();
        (await portal.AskedAsync(task.Id)).ShouldBe(["chief-officer", "manager"]);
        (await portal.WordsAsync(id)).ShouldContain(words => words.Contains("It was not decided in time, so Marcus Bellamy is asked too"));
        (await LettersAsync(id)).ShouldBeGreaterThan(letters);
        letters = await LettersAsync(id);
        await portal.RunTimersAsync();
        (await LettersAsync(id)).ShouldBe(letters);
        (await portal.DecideAsync("chief-officer", task.Id, "Approve")).ShouldBe(DecisionOutcome.Taken);
        (await CaseAsync(id)).Outcome.ShouldBe("Yes");
        (await portal.ReadAsync(db => db.CaseWaits.CountAsync(wait => wait.CaseId == id))).ShouldBe(0);
    }

    private async Task<(string CaseId, TaskRow Task)> ApprovalAsync(string properties)
    {
        var waiting = await EndsAsync([$"ask|ApprovalTask|{{{properties}}}", .. End], ["start|Done|ask", "ask|Approve|yes", "ask|Refuse|no"]);
        waiting.Fault.ShouldBe("");
        return (waiting.Id, (await portal.OpenTasksAsync(waiting.Id)).ShouldHaveSingleItem());
    }

    /// <summary>Brings a workflow of the steps, asks for something, and gives the case that comes of it.</summary>
    private async Task<CaseRow> EndsAsync(string[] steps, string[] ways, decimal cost = 100, Action<JsonObject>? change = null, string? correlation = null)
    {
        var id = Identifiers.New();
        await portal.ImportedAsync(WorkflowPortal.Type(id, steps, ways));
        var item = await portal.AskAsync("employee", $"Ask {id}", cost, change);
        await using (var scope = portal.Scope())
        {
            // So that those of other tests do not start for it.
            await scope.ServiceProvider.GetRequiredService<LearningDev.Workflows.Definitions.WorkflowTypes>().EnableAsync(id, isEnabled: false);
        }

        return await portal.CaseAsync(correlation ?? item, id);
    }

    private Task<CaseRow> CaseAsync(string id) => portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(row => row.Id == id));

    private Task<int> LettersAsync(string id) => portal.ReadAsync(db => db.Set<PersonNotification>().CountAsync(row => row.Key.StartsWith($"workflow:{id}:")));

    private async Task<IReadOnlyList<string>> RolesAsync(string userName)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<EffectiveRoles>().OfAsync(await portal.PersonIdAsync(userName));
    }
}
