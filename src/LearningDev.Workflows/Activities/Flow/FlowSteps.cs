using System.Text.Json;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Flow;

/// <summary>Takes one of two ways, by conditions (Orchard Core's If/Else).</summary>
internal sealed class IfElseTask(ConditionReader conditions) : IActivity
{
    private const string Script = "Condition";

    public string Name => "IfElseTask";

    public string DisplayName => "If";

    public string Description => "Goes on with “True” when conditions hold, else with “False”.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [new("Conditions", "Conditions", PropertyKind.Condition)];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["True", "False"];

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition)
    {
        if (record.Properties["Conditions"] is null && Read(record, out var problem) is null)
        {
            yield return problem;
        }
    }

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var holds = await conditions.HoldsAsync(context.State, Read(context.Record, out var problem) ?? throw new ActivityException(problem), cancellation);
        return ActivityResult.Leave(holds ? "True" : "False");
    }

    private ConditionGroup? Read(ActivityRecord record, out string problem)
    {
        problem = "";
        try
        {
            if (ConditionJson.Read(Properties[0], record) is [var own])
            {
                return own.When;
            }
        }
        catch (JsonException)
        {
            problem = "The conditions cannot be read";
            return null;
        }

        var script = new ActivityProperty(Script, "", PropertyKind.LongText) { IsExpression = true }.ReadText(record);
        if (script.Trim().Length == 0 && record.Properties["LiquidCondition"] is null)
        {
            problem = "Say when “True” is taken";
            return null;
        }

        var read = string.Equals(record.Properties["Syntax"]?.ToString(), "Liquid", StringComparison.OrdinalIgnoreCase) || script.Trim().Length == 0 ? null : JavaScript.Condition(script);
        problem = read is null ? $"The portal does not run the script “{script}”. Build the condition of fields instead" : "";
        return read;
    }
}

/// <summary>Takes the first of several ways whose conditions hold.</summary>
internal sealed class SwitchTask(ConditionReader conditions) : IActivity
{
    public const string Otherwise = "Otherwise";

    public string Name => "SwitchTask";

    public string DisplayName => "Choose a way";

    public string Description => "Goes on with the first of several ways whose conditions hold.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
        [new("Cases", "Ways", PropertyKind.Cases, "The first whose conditions hold is taken; “Otherwise” when none do") { IsRequired = true }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [.. Cases(record).Select(one => one.Name).Where(name => name.Length > 0), Otherwise];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        foreach (var one in ConditionJson.Read(Properties[0], context.Record))
        {
            if (await conditions.HoldsAsync(context.State, one.When, cancellation))
            {
                return ActivityResult.Leave(one.Name);
            }
        }

        return ActivityResult.Leave(Otherwise);
    }

    private IReadOnlyList<SwitchCase> Cases(ActivityRecord record)
    {
        try
        {
            return ConditionJson.Read(Properties[0], record);
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>Does several things beside each other (Orchard Core's fork).</summary>
internal sealed class ForkTask : IActivity
{
    public string Name => Burst.Fork;

    public string DisplayName => "Fork";

    public string Description => "Goes several ways at once, which a join can bring together again.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [new("Forks", "Branches", PropertyKind.Names, "Each is an outcome of the step") { IsRequired = true }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => Properties[0].ReadTexts(record);

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Leave(Outcomes(context.Record)));
}

/// <summary>Brings branches together again (Orchard Core's join). The engine counts them.</summary>
internal sealed class JoinTask : IActivity
{
    public string Name => Burst.Join;

    public string DisplayName => "Join";

    public string Description => "Waits until all branches of a fork have come here, or goes on with the first and ends the others.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Mode", "When it goes on", PropertyKind.Choice)
        {
            IsRequired = true, Default = "WaitAll",
            Choices = [new("WaitAll", "When all branches have come", "Several outcomes of one step count as one branch"), new("WaitAny", "When the first branch has come", "The others wait no longer")],
        },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [Burst.Joined];

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => throw new InvalidOperationException("The engine joins branches itself.");
}

/// <summary>Ends the case, whatever else of it waits.</summary>
internal sealed class EndTask(CaseTexts texts) : IActivity
{
    public string Name => "EndTask";

    public string DisplayName => "End";

    public string Description => "Ends the case, and says how.";

    public string Category => ActivityCategories.Flow;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [new("Outcome", "How it ended", PropertyKind.Template, "People read it, for example “Approved” or “Refused”")];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => [];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var outcome = await texts.FillAsync(context, "Outcome", cancellation);
        if (outcome.Length > 0)
        {
            context.Say(outcome);
        }

        return ActivityResult.End(outcome);
    }
}
