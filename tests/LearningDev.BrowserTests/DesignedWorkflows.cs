using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.TestSupport.Portal;
using LearningDev.Workflows.Definitions;
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
            Properties = System.Text.Json.Nodes.JsonNode.Parse(
                """{ "Cases": [{ "Name": "Dear", "When": { "Match": "All", "Conditions": [{ "Field": "LearningPart.CostTo", "Operator": "IsMoreThan", "Values": ["1000"] }], "Groups": [{ "Match": "Any", "Conditions": [{ "Field": "item.name", "Operator": "Contains", "Values": ["MBA"] }] }] } }] }""")!.AsObject(),
        });
        definition.Next("ask", "Refuse")!.DestinationActivityId = "switch";
        definition.Transitions.Add(new Transition { SourceActivityId = "switch", SourceOutcomeName = "Dear", DestinationActivityId = "ask" });
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        await types.SaveDraftAsync(definition, draft.Revision);
        await transaction.CommitAsync();
    }
}
