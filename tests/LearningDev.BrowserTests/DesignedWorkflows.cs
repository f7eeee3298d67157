using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace LearningDev.BrowserTests;

/// <summary>Workflows for the designer's pages. They are switched off, so that nothing that others publish starts a case of them.</summary>
internal static class DesignedWorkflows
{
    private const string Longest = "The request goes to the one who answers for the budget of the whole directorate, with Wolfeschlegelsteinhausenbergerdorffstraße and all";

    /// <summary>Publishes two versions of a workflow.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="id">The workflow's id.</param>
    public static async Task PublishAsync(PortalHost portal, string id)
    {
        foreach (var days in (int[])[5, 10])
        {
            var recipe = Recipe.Parse($$"""
                { "name": "designed", "steps": [ { "name": "WorkflowType", "data": [ {
                  "WorkflowTypeId": "{{id}}", "Name": "Training request {{id}}", "IsEnabled": false,
                  "Activities": [
                    { "ActivityId": "start", "Name": "ContentPublishedEvent", "IsStart": true, "Properties": { "ContentTypeFilter": ["Course"] } },
                    { "ActivityId": "ask", "Name": "ApprovalTask", "Properties": { "ActivityMetadata": { "Title": "Line manager decides" }, "AssignTo": "LineManager", "DueDays": {{days}} } },
                    { "ActivityId": "yes", "Name": "EndTask", "Properties": { "ActivityMetadata": { "Title": "Approved" }, "Outcome": "Approved" } },
                    { "ActivityId": "no", "Name": "EndTask", "Properties": { "ActivityMetadata": { "Title": "Refused" }, "Outcome": "Refused" } } ],
                  "Transitions": [
                    { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "ask" },
                    { "SourceActivityId": "ask", "SourceOutcomeName": "Approve", "DestinationActivityId": "yes" },
                    { "SourceActivityId": "ask", "SourceOutcomeName": "Refuse", "DestinationActivityId": "no" } ] } ] } ] }
                """);
            await using var scope = portal.Scope();
            (await scope.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        }
    }

    /// <summary>Has an employee ask for what the manager decides, in more cases than a page lists; one is refused, and one is stuck.</summary>
    public static async Task AskAsync(PortalHost portal)
    {
        const int Cases = 22;
        var recipe = Recipe.Parse($$$"""
            { "name": "asked", "steps": [ { "name": "WorkflowType", "data": [ {
              "WorkflowTypeId": "asked", "Name": "Request that stands", "IsEnabled": true,
              "Activities": [
                { "ActivityId": "start", "Name": "StartedByWorkflowEvent", "IsStart": true, "Properties": {} },
                { "ActivityId": "ask", "Name": "ApprovalTask", "Properties": { "ActivityMetadata": { "Title": "{{{Longest}}}" }, "AssignTo": "LineManager", "DueDays": 5, "AllowBulk": true,
                  "TaskTitle": "Decide about {{ item.name }}", "Instructions": "Look at the cost and at when it is. {{{Longest}}}" } },
                { "ActivityId": "stuck", "Name": "SetFieldTask", "Properties": { "Field": "LearningPart.DurationMinutes", "Value": "a while" } } ],
              "Transitions": [
                { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "ask" },
                { "SourceActivityId": "ask", "SourceOutcomeName": "Approve", "DestinationActivityId": "stuck" } ] } ] } ] }
            """);
        await using var scope = portal.Scope();
        var services = scope.ServiceProvider;
        (await services.GetRequiredService<RecipeRunner>().RunAsync(recipe, new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        var db = services.GetRequiredService<PortalDb>();
        var people = await db.Users.Where(person => person.UserName == "employee" || person.UserName == "manager").ToDictionaryAsync(person => person.UserName!, person => person.Id);
        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var number = 0; number < Cases; number++)
        {
            (await services.GetRequiredService<CaseCare>().StartAsync("asked", "managing-stress", people["employee"], [])).ShouldNotBeNull();
        }

        services.GetRequiredService<CurrentPerson>().ActAs((await services.GetRequiredService<PersonPrincipals>().FindAsync(people["manager"]))!);
        foreach (var (taskId, button) in (await db.WorkflowTasks.Where(task => task.TypeId == "asked").OrderBy(task => task.Id).Select(task => task.Id).Take(2).ToListAsync()).Zip((string[])["Approve", "Refuse"]))
        {
            (await services.GetRequiredService<TaskDecisions>().DecideAsync(taskId, button, "Ask again next year.", default)).ShouldBe(DecisionOutcome.Taken);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Publishes two versions of a workflow with cases that keep to the first, one of which cannot be moved.</summary>
    public static async Task MoveAsync(PortalHost portal)
    {
        const string More = """
            , { "ActivityId": "more", "Name": "ApprovalTask", "Properties": { "ActivityMetadata": { "Title": "Somebody else decides too" }, "AssignTo": "Role", "Roles": ["HR"] } }
            """;
        const string ToMore = """, { "SourceActivityId": "ask", "SourceOutcomeName": "Approve", "DestinationActivityId": "more" }""";
        static Recipe Version(string more, string toMore) => Recipe.Parse($$"""
            { "name": "moved", "steps": [ { "name": "WorkflowType", "data": [ {
              "WorkflowTypeId": "moved", "Name": "Request on two versions", "IsEnabled": true,
              "Activities": [
                { "ActivityId": "start", "Name": "StartedByWorkflowEvent", "IsStart": true, "Properties": {} },
                { "ActivityId": "ask", "Name": "ApprovalTask", "Properties": { "ActivityMetadata": { "Title": "{{Longest}}" }, "AssignTo": "Role", "Roles": ["HR"] } }{{more}} ],
              "Transitions": [ { "SourceActivityId": "start", "SourceOutcomeName": "Done", "DestinationActivityId": "ask" }{{toMore}} ] } ] } ] }
            """);
        await using var scope = portal.Scope();
        var services = scope.ServiceProvider;
        (await services.GetRequiredService<RecipeRunner>().RunAsync(Version(More, ToMore), new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
        var db = services.GetRequiredService<PortalDb>();
        var people = await db.Users.Where(person => person.UserName == "employee" || person.UserName == "hr").ToDictionaryAsync(person => person.UserName!, person => person.Id);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            List<string> cases = [];
            for (var number = 0; number < 3; number++)
            {
                cases.Add((await services.GetRequiredService<CaseCare>().StartAsync("moved", "managing-stress", people["employee"], []))!);
            }

            services.GetRequiredService<CurrentPerson>().ActAs((await services.GetRequiredService<PersonPrincipals>().FindAsync(people["hr"]))!);
            var task = await db.WorkflowTasks.Where(row => row.CaseId == cases[0]).Select(row => row.Id).SingleAsync();
            (await services.GetRequiredService<TaskDecisions>().DecideAsync(task, "Approve", "", default)).ShouldBe(DecisionOutcome.Taken);
            await transaction.CommitAsync();
        }

        await using var second = portal.Scope();
        (await second.ServiceProvider.GetRequiredService<RecipeRunner>().RunAsync(Version("", ""), new RecipeRunOptions())).Problems.Where(problem => problem.Stops).ShouldBeEmpty();
    }

    /// <summary>Makes a draft of a workflow that has all kinds of fields, long words, and something wrong.</summary>
    public static async Task SpoilAsync(PortalHost portal, string id)
    {
        await using var scope = portal.Scope();
        var types = scope.ServiceProvider.GetRequiredService<WorkflowTypes>();
        var draft = (await types.FindAsync(id))!;
        var definition = draft.Definition;
        definition.Find("ask")!.Title = Longest;
        definition.Activities.Add(new ActivityRecord { ActivityId = "strange", Name = "NobodyKnowsThis" });
        definition.Activities.Add(new ActivityRecord
        {
            ActivityId = "switch",
            Name = "SwitchTask",
            Properties = JsonNode.Parse(
                """{ "Cases": [{ "Name": "Dear", "When": { "Match": "All", "Conditions": [{ "Field": "LearningPart.CostTo", "Operator": "IsMoreThan", "Values": ["1000"] }], "Groups": [{ "Match": "Any", "Conditions": [{ "Field": "item.name", "Operator": "Contains", "Values": ["MBA"] }] }] } }] }""")!.AsObject(),
        });
        definition.Next("ask", "Refuse")!.DestinationActivityId = "switch";
        definition.Transitions.Add(new Transition { SourceActivityId = "switch", SourceOutcomeName = "Dear", DestinationActivityId = "ask" });
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await types.SaveDraftAsync(definition, draft.Revision);
        await transaction.CommitAsync();
    }
}
