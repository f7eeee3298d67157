using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Recipes;

/// <summary>The step "WorkflowType": publishes workflow types. What is there already and says the same is left alone; else it becomes the next version, and cases that are going on keep to theirs (WFL-02).</summary>
internal sealed class WorkflowTypeStep(WorkflowTypes types, ActivityCatalogue catalogue, DefinitionCheck check, Features features) : IRecipeStep
{
    public string Name => "WorkflowType";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        foreach (var json in context.Objects("data"))
        {
            await RunAsync(context, json, cancellation);
        }
    }

    private async Task RunAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        WorkflowDefinition definition;
        try
        {
            definition = WorkflowDefinition.Read(json);
        }
        catch (JsonException fault)
        {
            context.Problem(json, fault.Message);
            return;
        }

        if (definition.WorkflowTypeId is not { Length: > 0 and <= Identifiers.MaximumLength } || string.IsNullOrWhiteSpace(definition.Name) || definition.Name.Length > WorkflowTypeRow.NameLength)
        {
            context.Problem(json, $"A workflow type needs a WorkflowTypeId of up to {Identifiers.MaximumLength} characters and a Name of up to {WorkflowTypeRow.NameLength}.");
            return;
        }

        if (!await AreKnownAsync(context, json, definition, cancellation))
        {
            return;
        }

        var problems = check.Check(definition);
        foreach (var problem in problems)
        {
            context.Problem(
                Node(context, json, problem.ActivityId), $"{problem.Message}.", problem.Kind == DefinitionProblemKind.Error ? RecipeProblemKind.Fault : RecipeProblemKind.Notice);
        }

        if (problems.Any(problem => problem.Kind == DefinitionProblemKind.Error))
        {
            return;
        }

        var current = await types.FindAsync(definition.WorkflowTypeId, cancellation);
        var version = await types.PublishAsync(definition, current?.Revision ?? 0, $"By the recipe {context.Recipe.Name}", cancellation);
        var isSwitched = current is not null && await types.EnableAsync(version.TypeId, WorkflowDefinition.Read(json).IsEnabled, cancellation);
        if (version.Number != current?.VersionNumber || isSwitched)
        {
            context.Changed(current is null ? RecipeAction.Added : RecipeAction.Changed, "Workflow", version.TypeId, definition.Name, $"version {version.Number}");
        }
    }

    /// <summary>Names each step whose activity the portal does not have, with its line.</summary>
    private async Task<bool> AreKnownAsync(RecipeStepContext context, JsonObject json, WorkflowDefinition definition, CancellationToken cancellation)
    {
        var known = true;
        foreach (var activity in definition.Activities)
        {
            if (catalogue.Find(activity.Name) is not { } found)
            {
                context.Problem(Node(context, json, activity.ActivityId), $"The portal has no activity \"{activity.Name}\", which the workflow \"{definition.Name}\" uses.", RecipeProblemKind.NotSupported);
                known = false;
            }
            else if (await features.SwitchedOffOwnerAsync(found.GetType(), cancellation) is { } owner)
            {
                context.Problem(Node(context, json, activity.ActivityId), $"The activity {activity.Name} belongs to the module {owner.Name}, which is switched off.");
                known = false;
            }
        }

        return known;
    }

    private static JsonNode Node(RecipeStepContext context, JsonObject json, string? activityId) => activityId is null ? json
        : (context.Find("Activities", json) as JsonArray)?.OfType<JsonObject>().FirstOrDefault(activity => context.Text("ActivityId", activity) == activityId) ?? json;
}
