using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Triggers;

namespace LearningDev.Workflows.Activities.CaseSteps;

/// <summary>Starts a case of another workflow, and waits for its end where it is told to (Orchard Core's execute workflow).</summary>
internal sealed class ExecuteWorkflowTask(WorkWriter work, Expressions expressions) : IActivity
{
    public string Name => "ExecuteWorkflowTask";

    public string DisplayName => "Start another workflow";

    public string Description => "Starts another workflow about the same item, and can wait for its end.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Waiting;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("WorkflowTypeId", "Workflow", PropertyKind.WorkflowType) { IsRequired = true },
        new("WaitForCompletion", "Wait for its end", PropertyKind.YesNo) { Default = true },
        new("Inputs", "What it is started with", PropertyKind.NamedTexts, "The other workflow calls them input.Name"),
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) =>
        Properties[0].ReadText(record) == definition.WorkflowTypeId && definition.WorkflowTypeId.Length > 0 ? ["A workflow cannot start itself"] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        JsonObject inputs = [];
        if (Properties[2].Read(context.Record) is JsonObject named)
        {
            foreach (var (name, value) in named)
            {
                var text = (value as JsonObject)?["Expression"]?.ToString() ?? value?.ToString() ?? "";
                inputs[name] = SetPropertyTask.ToJson(await expressions.FillAsync(context, text, cancellation));
            }
        }

        // The same id when the burst is run again after a kill.
        var id = Identifiers.From(context.CaseId, context.Record.ActivityId, $"{context.Visit}");
        var waits = context.YesNo("WaitForCompletion");
        work.Start(
            context.Text("WorkflowTypeId"), id, inputs, context.CorrelationId, waits ? context.CaseId : null,
            waits ? CaseState.KeyOf(context.Record.ActivityId, context.Visit) : null);
        context.Note("Case", id);
        return waits ? ActivityResult.Wait() : ActivityResult.Leave("Done");
    }

    public Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (context.Input["Status"]?.ToString() is not { } status)
        {
            return Task.FromResult(ActivityResult.Ignore);
        }

        context.Note("Status", status);
        context.CaseProperties["Result"] = new JsonObject { ["Outcome"] = context.Input["Outcome"]?.DeepClone(), ["Output"] = context.Input["Output"]?.DeepClone() };
        foreach (var (name, value) in context.Input["Output"] as JsonObject ?? [])
        {
            context.CaseProperties[name] = value?.DeepClone();
        }

        return Task.FromResult(ActivityResult.Leave(status == nameof(CaseStatus.Finished) ? "Done" : "Failed"));
    }
}

/// <summary>A workflow is started by another, or by a module (Orchard Core's started by workflow).</summary>
internal sealed class StartedByWorkflowEvent : IActivity
{
    public const string ActivityName = "StartedByWorkflowEvent";

    public string Name => ActivityName;

    public string DisplayName => "Started by another workflow";

    public string Description => "Begins a workflow that others start. What they start it with is called input.Name.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties => [];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    /// <summary>The step at which a type begins when it is started on purpose: this one, or the first of those that start it otherwise.</summary>
    public static ActivityRecord? StepOf(WorkflowDefinition definition) =>
        definition.Activities.Find(activity => activity.IsStart && activity.Name == ActivityName) ?? definition.Activities.Find(activity => activity.IsStart);

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave("Done"));
}
