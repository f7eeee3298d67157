using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Steps;

/// <summary>The steps of a workflow type as the designer lists them.</summary>
internal sealed class StepList(ActivityCatalogue catalogue, StepWords words, WorkflowFields workflowFields)
{
    /// <summary>Lists the steps in the order in which people read them.</summary>
    public async Task<IReadOnlyList<StepLine>> OfAsync(WorkflowDefinition definition, IReadOnlyList<DefinitionProblem> problems, CancellationToken cancellation)
    {
        var fields = await workflowFields.OfAsync(definition, cancellation);
        var order = StepOrder.Of(definition, catalogue);
        var numbers = order.Index().ToDictionary(pair => pair.Item.ActivityId, pair => pair.Index + 1);
        return
        [
            .. order.Index().Select(pair => new StepLine(
                pair.Index + 1, pair.Item, catalogue.Find(pair.Item.Name), catalogue.TitleOf(pair.Item), words.Of(pair.Item, fields),
                Outcomes(definition, pair.Item, numbers),
                [.. problems.Where(problem => problem.ActivityId == pair.Item.ActivityId)],
                [.. definition.Into(pair.Item.ActivityId).Where(into => numbers.ContainsKey(into.SourceActivityId))
                    .Select(into => new StepSource(numbers[into.SourceActivityId], catalogue.TitleOf(definition.Find(into.SourceActivityId)!), into.SourceOutcomeName))
                    .OrderBy(source => source.Number)])),
        ];
    }

    private List<StepOutcome> Outcomes(WorkflowDefinition definition, ActivityRecord step, Dictionary<string, int> numbers)
    {
        var own = catalogue.Find(step.Name)?.Outcomes(step) ?? [];
        return
        [
            .. StepOrder.Outcomes(definition, catalogue, step).Select(outcome =>
            {
                var to = definition.Next(step.ActivityId, outcome)?.DestinationActivityId;
                var target = to is null ? null : definition.Find(to);
                return new StepOutcome(
                    outcome, own.Contains(outcome), target?.ActivityId ?? "",
                    target is null ? "" : $"{numbers.GetValueOrDefault(target.ActivityId)}. {catalogue.TitleOf(target)}", target is not null && numbers[target.ActivityId] <= numbers[step.ActivityId]);
            }),
        ];
    }
}

/// <summary>A step as the designer lists it.</summary>
/// <param name="Number">Its number in the list, from 1.</param>
/// <param name="Step">The step.</param>
/// <param name="Activity">Its activity; null for one that the portal does not know.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Words">What it does.</param>
/// <param name="Outcomes">How it can be left.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Sources">What leads to it.</param>
internal sealed record StepLine(
    int Number, ActivityRecord Step, IActivity? Activity, string Title, string Words, IReadOnlyList<StepOutcome> Outcomes, IReadOnlyList<DefinitionProblem> Problems, IReadOnlyList<StepSource> Sources)
{
    public string Numbered => $"{Number}. {Title}";
}

/// <summary>An outcome of a step.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsOwn">False when the step has no such outcome any more, but it is connected.</param>
/// <param name="To">The id of the step that it leads to; empty for none.</param>
/// <param name="ToTitle">That step's number and title; empty for none.</param>
/// <param name="IsBack">True when it leads back to an earlier step.</param>
internal sealed record StepOutcome(string Name, bool IsOwn, string To, string ToTitle, bool IsBack);

/// <summary>What leads to a step.</summary>
/// <param name="Number">The number of the step that is left.</param>
/// <param name="Title">Its title.</param>
/// <param name="Outcome">The outcome with which it is left.</param>
internal sealed record StepSource(int Number, string Title, string Outcome);
