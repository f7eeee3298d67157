using LearningDev.Content.Items;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using System.Text.Json.Nodes;

namespace LearningDev.Tests.Workflows;

/// <summary>Brings workflows into a portal by recipes, sends requests, and runs what waits to be run.</summary>
internal static class WorkflowPortal
{
    public const string RequestType =
        """
        { "name": "ContentDefinition",
          "ContentTypes": [{ "Name": "Ask", "DisplayName": "Ask", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true } },
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} },
              { "PartName": "AskPart", "Name": "AskPart", "Settings": {} }] }],
          "ContentParts": [{ "Name": "AskPart", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "NumericField", "Name": "Cost", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Cost" } } },
            { "FieldName": "TextField", "Name": "State", "Settings": { "ContentPartFieldSettings": { "DisplayName": "State" } } },
            { "FieldName": "BooleanField", "Name": "Urgent", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Urgent" } } },
            { "FieldName": "DateField", "Name": "Starts", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Starts" } } },
            { "FieldName": "UserPickerField", "Name": "Asked", "Settings": { "ContentPartFieldSettings": { "DisplayName": "Asked" } } }] }] }
        """;

    /// <summary>A workflow type in Orchard Core's form that starts when an item of the type "Ask" is published.</summary>
    /// <param name="id">The type's id.</param>
    /// <param name="steps">Its steps without the first: "id|activity|properties as JSON".</param>
    /// <param name="ways">Its transitions: "from|outcome|to"; the first step is "start".</param>
    /// <param name="start">The activity of the first step.</param>
    /// <param name="startProperties">Its properties.</param>
    /// <param name="more">Further properties of the type.</param>
    public static JsonObject Type(string id, string[] steps, string[] ways, string start = "ContentPublishedEvent", string startProperties = """{ "ContentTypeFilter": ["Ask"] }""", string more = "{}")
    {
        var type = new JsonObject
        {
            ["WorkflowTypeId"] = id,
            ["Name"] = $"Workflow {id}",
            ["IsEnabled"] = true,
            ["IsSingleton"] = false,
            ["LockTimeout"] = 0,
            ["LockExpiration"] = 0,
            ["DeleteFinishedWorkflows"] = false,
            ["Activities"] = new JsonArray(
            [
                Activity("start", start, startProperties, isStart: true),
                .. steps.Select(step => step.Split('|', 3)).Select(parts => Activity(parts[0], parts[1], parts.Length > 2 ? parts[2] : "{}", isStart: false)),
            ]),
            ["Transitions"] = new JsonArray([.. ways.Select(way => way.Split('|')).Select(parts => new JsonObject
            {
                ["Id"] = 0, ["SourceActivityId"] = parts[0], ["SourceOutcomeName"] = parts[1], ["DestinationActivityId"] = parts[2],
            })]),
        };
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject())
        {
            type[name] = value?.DeepClone();
        }

        return type;
    }

    public static async Task<RecipeReport> ImportAsync(this PortalHost portal, params JsonObject[] types)
    {
        var recipe = Recipe.Parse($$"""{ "name": "workflows", "steps": [ {{RequestType}}, { "name": "WorkflowType", "data": {{new JsonArray([.. types.Select(type => type.DeepClone())]).ToJsonString()}} } ] }""");
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions());
    }

    /// <summary>Brings workflows in, which must go without a problem that stops.</summary>
    public static async Task ImportedAsync(this PortalHost portal, params JsonObject[] types) =>
        (await portal.ImportAsync(types)).Problems.Where(problem => problem.Stops).ShouldBeEmpty();

    /// <summary>Has somebody ask for something, and runs what follows.</summary>
    /// <returns>The item's id.</returns>
    public static async Task<string> AskAsync(this PortalHost portal, string userName, string title, decimal cost = 100, Action<JsonObject>? change = null, bool run = true)
    {
        string id;
        await using (var scope = portal.Scope())
        {
            await scope.ActAsAsync(userName);
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = items.New("Ask");
            item.Content["TitlePart"] = new JsonObject { ["Title"] = title };
            var part = new JsonObject { ["Cost"] = new JsonObject { ["Value"] = cost } };
            change?.Invoke(part);
            item.Content["AskPart"] = part;
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            id = (await items.PublishAsync(item)).ContentItemId;
            await transaction.CommitAsync();
        }

        if (run)
        {
            await portal.RunWorkAsync();
        }

        return id;
    }

    public static async Task ActAsAsync(this AsyncServiceScope scope, string userName)
    {
        var id = await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs((await scope.ServiceProvider.GetRequiredService<PersonPrincipals>().FindAsync(id))!);
    }

    /// <summary>Does what waits to be done.</summary>
    public static async Task RunWorkAsync(this PortalHost portal)
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<WorkRunner>().RunDueAsync();
        (await portal.ReadAsync(db => db.WorkflowWork.Where(row => row.Error != "").Select(row => row.Error).ToListAsync())).ShouldBeEmpty();
    }

    /// <summary>Runs the timers that are due.</summary>
    public static async Task RunTimersAsync(this PortalHost portal)
    {
        await using (var scope = portal.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<TimerJob>().RunAsync(CancellationToken.None);
        }

        await portal.RunWorkAsync();
    }

    /// <summary>The case about an item, of a workflow where there are several.</summary>
    public static Task<CaseRow> CaseAsync(this PortalHost portal, string itemId, string? typeId = null) =>
        portal.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(row => row.CorrelationId == itemId && (typeId == null || row.TypeId == typeId)));

    /// <summary>The open tasks of a case, the oldest first.</summary>
    public static Task<List<TaskRow>> OpenTasksAsync(this PortalHost portal, string caseId) =>
        portal.ReadAsync(db => db.WorkflowTasks.AsNoTracking().Where(row => row.CaseId == caseId && row.State == TaskState.Open).OrderBy(row => row.CreatedUtc).ToListAsync());

    /// <summary>The user names of those who are asked by a task.</summary>
    public static Task<List<string>> AskedAsync(this PortalHost portal, string taskId) => portal.ReadAsync(db => db.TaskSeats.Where(seat => seat.TaskId == taskId)
        .Join(db.Users, seat => seat.PersonId, person => person.Id, (_, person) => person.UserName!).OrderBy(name => name).ToListAsync());

    /// <summary>What the journal says of a case: "activity id status outcomes", in order.</summary>
    public static async Task<List<string>> JournalAsync(this PortalHost portal, string caseId) =>
        [.. (await portal.ReadAsync(db => db.CaseJournal.AsNoTracking().Where(row => row.CaseId == caseId).OrderBy(row => row.Sequence).ToListAsync()))
            .Select(row => $"{row.ActivityId} {row.Status} {row.Outcomes}".Trim())];

    /// <summary>What the history of a case says.</summary>
    public static Task<List<string>> WordsAsync(this PortalHost portal, string caseId) =>
        portal.ReadAsync(db => db.CaseJournal.Where(row => row.CaseId == caseId && row.Words != "").OrderBy(row => row.Sequence).Select(row => row.Words).ToListAsync());

    /// <summary>Has somebody decide about a task by the service, in a transaction of its own.</summary>
    public static async Task<LearningDev.Workflows.Tasks.Deciding.DecisionOutcome> DecideAsync(this PortalHost portal, string userName, string taskId, string button, string comment = "")
    {
        await using var scope = portal.Scope();
        await scope.ActAsAsync(userName);
        return await scope.ServiceProvider.GetRequiredService<LearningDev.Workflows.Tasks.Deciding.TaskDecisions>().DecideAsync(taskId, button, comment, CancellationToken.None);
    }

    /// <summary>A value of the item as it is published, or as it is saved.</summary>
    public static async Task<string?> FieldAsync(this PortalHost portal, string itemId, string field, VersionChoice version = VersionChoice.Latest)
    {
        await using var scope = portal.Scope();
        var item = await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync(itemId, version);
        return (item?.Content["AskPart"]?[field]?["Text"] ?? item?.Content["AskPart"]?[field]?["Value"])?.ToString();
    }

    private static JsonObject Activity(string id, string name, string properties, bool isStart) => new()
    {
        ["ActivityId"] = id,
        ["Name"] = name,
        ["X"] = 0,
        ["Y"] = 0,
        ["IsStart"] = isStart,
        ["Properties"] = JsonNode.Parse(properties),
    };
}
