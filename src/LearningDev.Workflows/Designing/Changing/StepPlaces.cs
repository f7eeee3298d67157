using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Changing;

/// <summary>Puts steps between others, takes them out, and leads outcomes to steps.</summary>
internal static class StepPlaces
{
    private const int Below = 150;

    /// <summary>
    /// Puts a step after an outcome of another: what followed there follows the new step now. Of a step that only chooses the way, each outcome leads on, so that nothing changes before
    /// one of them is led elsewhere; of another step, the first.
    /// </summary>
    /// <param name="definition">The type, to which the step is added unless it is there.</param>
    /// <param name="step">The step.</param>
    /// <param name="activity">Its activity; null for one that the portal does not know.</param>
    /// <param name="after">The step after which it comes; empty for one that nothing leads to yet.</param>
    /// <param name="outcome">The outcome after which it comes.</param>
    public static void PutIn(WorkflowDefinition definition, ActivityRecord step, IActivity? activity, string after, string outcome)
    {
        if (definition.Find(step.ActivityId) is null)
        {
            definition.Activities.Add(step);
        }

        if (definition.Find(after) is not { } before)
        {
            return;
        }

        (step.X, step.Y) = (before.X, before.Y + Below);
        var next = definition.Next(after, outcome)?.DestinationActivityId;
        Lead(definition, after, outcome, step.ActivityId);
        if (next is null || next == step.ActivityId || activity is null)
        {
            return;
        }

        var outcomes = activity.Outcomes(step);
        foreach (var open in activity is { Category: ActivityCategories.Flow, Kind: ActivityKind.Task } ? outcomes : outcomes.Take(1))
        {
            if (definition.Next(step.ActivityId, open) is null)
            {
                Lead(definition, step.ActivityId, open, next);
            }
        }
    }

    /// <summary>Leads an outcome to a step; empty or null for nowhere.</summary>
    public static void Lead(WorkflowDefinition definition, string from, string outcome, string? to)
    {
        var known = definition.Next(from, outcome);
        if (string.IsNullOrEmpty(to))
        {
            definition.Transitions.RemoveAll(transition => transition.SourceActivityId == from && transition.SourceOutcomeName == outcome);
        }
        else if (known is null)
        {
            definition.Transitions.Add(new Transition { SourceActivityId = from, SourceOutcomeName = outcome, DestinationActivityId = to });
        }
        else
        {
            known.DestinationActivityId = to;
        }
    }

    /// <summary>Takes a step out of its place: what led to it leads to where its first outcome led. Its other outcomes keep their ways. It stays in the type.</summary>
    public static void TakeOut(WorkflowDefinition definition, ActivityRecord step, IActivity? activity)
    {
        var first = FirstOutcome(definition, step, activity);
        var next = first is null ? null : definition.Next(step.ActivityId, first)?.DestinationActivityId;
        foreach (var into in definition.Into(step.ActivityId).ToList())
        {
            if (next is null || next == step.ActivityId)
            {
                definition.Transitions.Remove(into);
            }
            else
            {
                into.DestinationActivityId = next;
            }
        }

        if (first is not null)
        {
            definition.Transitions.RemoveAll(transition => transition.SourceActivityId == step.ActivityId && transition.SourceOutcomeName == first);
        }
    }

    /// <summary>Removes a step and what leads away from it. Where its first outcome led, what came before leads now.</summary>
    public static void Remove(WorkflowDefinition definition, ActivityRecord step, IActivity? activity)
    {
        TakeOut(definition, step, activity);
        definition.Activities.Remove(step);
        definition.Transitions.RemoveAll(transition => transition.SourceActivityId == step.ActivityId || transition.DestinationActivityId == step.ActivityId);
    }

    /// <summary>The steps to which nothing would lead any more if a step was removed.</summary>
    public static IReadOnlyList<ActivityRecord> CutBy(WorkflowDefinition definition, ActivityRecord step, IActivity? activity)
    {
        var after = definition.Copy();
        Remove(after, after.Find(step.ActivityId)!, activity);
        var (reached, left) = (Reached(definition), Reached(after));
        return [.. definition.Activities.Where(other => other != step && reached.Contains(other.ActivityId) && !left.Contains(other.ActivityId))];
    }

    /// <summary>After a step was told something else: outcomes that were called otherwise keep the ways that they led.</summary>
    public static void Rename(WorkflowDefinition definition, string activityId, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        if (before.Count != after.Count)
        {
            return;
        }

        foreach (var (old, now) in before.Zip(after).Where(pair => !after.Contains(pair.First) && !before.Contains(pair.Second)))
        {
            foreach (var transition in definition.Transitions.Where(transition => transition.SourceActivityId == activityId && transition.SourceOutcomeName == old))
            {
                transition.SourceOutcomeName = now;
            }
        }
    }

    private static string? FirstOutcome(WorkflowDefinition definition, ActivityRecord step, IActivity? activity) =>
        (activity?.Outcomes(step) is [var first, ..] ? first : null) ?? definition.Transitions.Find(transition => transition.SourceActivityId == step.ActivityId)?.SourceOutcomeName;

    private static HashSet<string> Reached(WorkflowDefinition definition) =>
        new Ways(definition).From(definition.Activities.Where(activity => activity.IsStart).Select(activity => activity.ActivityId));
}
