using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Definitions;

/// <summary>How grave something is that is wrong with a workflow type.</summary>
public enum DefinitionProblemKind
{
    /// <summary>It cannot be published so.</summary>
    Error,

    /// <summary>It works, but perhaps not as meant.</summary>
    Warning,
}

/// <summary>Something that is wrong with a workflow type.</summary>
/// <param name="Kind">How grave it is.</param>
/// <param name="ActivityId">The step that it is about; null for the type as a whole.</param>
/// <param name="Message">What is wrong, as an administrator reads it, without a full stop.</param>
/// <param name="Property">The property that it is about; empty for the step as a whole.</param>
/// <param name="Outcome">The outcome that it is about; empty for none.</param>
public sealed record DefinitionProblem(DefinitionProblemKind Kind, string? ActivityId, string Message, string Property = "", string Outcome = "");

/// <summary>Says what is wrong with a workflow type before it is published.</summary>
public sealed class DefinitionCheck(ActivityCatalogue catalogue)
{
    /// <summary>Checks a type.</summary>
    public IReadOnlyList<DefinitionProblem> Check(WorkflowDefinition definition)
    {
        List<DefinitionProblem> problems = [];
        if (string.IsNullOrWhiteSpace(definition.Name))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, null, "Give the workflow a name"));
        }

        foreach (var twice in definition.Activities.GroupBy(activity => activity.ActivityId).Where(group => group.Key.Length == 0 || group.Count() > 1))
        {
            problems.Add(new DefinitionProblem(
                DefinitionProblemKind.Error, twice.Key, twice.Key.Length == 0 ? "A step has no id" : $"There are {twice.Count()} steps with the id {twice.Key}"));
        }

        if (!definition.Activities.Exists(activity => activity.IsStart))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, null, "No step starts the workflow. Choose what starts it"));
        }

        CheckTransitions(definition, problems);
        foreach (var activity in definition.Activities)
        {
            CheckStep(activity, definition, problems);
        }

        CheckWays(definition, problems);
        return problems;
    }

    private void CheckTransitions(WorkflowDefinition definition, List<DefinitionProblem> problems)
    {
        foreach (var transition in definition.Transitions)
        {
            if (definition.Find(transition.SourceActivityId) is not { } source)
            {
                problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, null, $"A connection begins at a step that is not there ({transition.SourceActivityId})"));
                continue;
            }

            if (definition.Find(transition.DestinationActivityId) is null)
            {
                problems.Add(new DefinitionProblem(
                    DefinitionProblemKind.Error, source.ActivityId, $"“{transition.SourceOutcomeName}” of “{catalogue.TitleOf(source)}” leads to a step that is not there",
                    Outcome: transition.SourceOutcomeName));
            }

            if (catalogue.Find(source.Name) is { } activity && !activity.Outcomes(source).Contains(transition.SourceOutcomeName))
            {
                problems.Add(new DefinitionProblem(
                    DefinitionProblemKind.Error, source.ActivityId, $"“{catalogue.TitleOf(source)}” has no outcome “{transition.SourceOutcomeName}”, which is connected",
                    Outcome: transition.SourceOutcomeName));
            }

            if (definition.Next(transition.SourceActivityId, transition.SourceOutcomeName) != transition)
            {
                problems.Add(new DefinitionProblem(
                    DefinitionProblemKind.Warning, source.ActivityId,
                    $"“{transition.SourceOutcomeName}” of “{catalogue.TitleOf(source)}” is connected more than once, and only the first connection is followed. Use a fork to do several things at once",
                    Outcome: transition.SourceOutcomeName));
            }
        }
    }

    private void CheckStep(ActivityRecord record, WorkflowDefinition definition, List<DefinitionProblem> problems)
    {
        var title = catalogue.TitleOf(record);
        if (catalogue.Find(record.Name) is not { } activity)
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, $"The portal has no activity “{record.Name}”"));
            return;
        }

        if (record.IsStart && activity.Kind != ActivityKind.Event)
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, $"“{title}” cannot start a workflow. Put what starts it before"));
        }

        foreach (var property in activity.Properties.Where(property => property.Matters(record, activity.Properties)))
        {
            CheckProperty(record, property, title, problems);
        }

        foreach (var message in activity.Check(record, definition))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, message));
        }

        var outcomes = activity.Outcomes(record);
        var open = outcomes.Where(outcome => definition.Next(record.ActivityId, outcome) is null).ToList();
        foreach (var outcome in outcomes.Count > 1 ? open : [])
        {
            problems.Add(new DefinitionProblem(
                DefinitionProblemKind.Warning, record.ActivityId, $"“{outcome}” of “{title}” leads nowhere, so the workflow ends there", Outcome: outcome));
        }
    }

    private static void CheckProperty(ActivityRecord record, ActivityProperty property, string title, List<DefinitionProblem> problems)
    {
        var value = property.Read(record);
        if (property.IsRequired && (value is null || (property.ReadText(record).Length == 0 && property.ReadTexts(record).Count == 0 && value is not System.Text.Json.Nodes.JsonObject and not System.Text.Json.Nodes.JsonArray { Count: > 0 })))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, $"“{title}” needs “{property.Label}”", property.Name));
        }
        else if (property.Kind is PropertyKind.Template && TemplateText.NotUnderstood(property.ReadText(record)) is [var first, ..])
        {
            problems.Add(new DefinitionProblem(
                DefinitionProblemKind.Error, record.ActivityId, $"“{property.Label}” of “{title}” has {first}, which the portal does not understand", property.Name));
        }
        else if (property.Kind == PropertyKind.Choice && property.ReadText(record) is { Length: > 0 } choice
            && !property.Choices.Any(candidate => string.Equals(candidate.Value, choice, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, $"“{choice}” is none of the choices for “{property.Label}” of “{title}”", property.Name));
        }
        else if (property.Kind is PropertyKind.Condition or PropertyKind.Cases && ConditionJson.Problem(property, record) is { } problem)
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Error, record.ActivityId, $"{problem} (“{title}”)", property.Name));
        }
    }

    private void CheckWays(WorkflowDefinition definition, List<DefinitionProblem> problems)
    {
        var ways = new Ways(definition);
        var reached = ways.From(definition.Activities.Where(activity => activity.IsStart).Select(activity => activity.ActivityId));
        foreach (var activity in definition.Activities.Where(activity => !reached.Contains(activity.ActivityId)))
        {
            problems.Add(new DefinitionProblem(DefinitionProblemKind.Warning, activity.ActivityId, $"Nothing leads to “{catalogue.TitleOf(activity)}”"));
        }

        foreach (var ring in ways.RingsWithout(id => definition.Find(id) is { } record && catalogue.Find(record.Name)?.Kind is ActivityKind.Event or ActivityKind.Waiting))
        {
            problems.Add(new DefinitionProblem(
                DefinitionProblemKind.Warning, ring[0],
                $"These steps go round and never wait, so they may run for ever: {string.Join(", ", ring.Select(id => $"“{catalogue.TitleOf(definition.Find(id)!)}”"))}"));
        }
    }
}
