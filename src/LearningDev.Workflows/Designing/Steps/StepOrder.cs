using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Steps;

/// <summary>
/// The order in which people read the steps: from what starts the workflow along the outcomes, a step after all that lead to it but for ways back, the way of the first outcome first.
/// That is the reverse of the order in which a depth-first search leaves the steps. Steps to which nothing leads come last.
/// </summary>
internal static class StepOrder
{
    public static IReadOnlyList<ActivityRecord> Of(WorkflowDefinition definition, ActivityCatalogue catalogue)
    {
        HashSet<string> seen = [];
        List<ActivityRecord> order = [];
        List<ActivityRecord> branch = [];
        foreach (var start in definition.Activities.Where(activity => activity.IsStart).Concat(definition.Activities))
        {
            branch.Clear();
            Walk(start);
            branch.Reverse();
            order.AddRange(branch);
        }

        return order;

        // By hand instead of by calls, so that a long workflow from a file is no danger.
        void Walk(ActivityRecord first)
        {
            if (!seen.Add(first.ActivityId))
            {
                return;
            }

            Stack<(ActivityRecord Step, Queue<ActivityRecord> Next)> open = new();
            open.Push((first, Next(first)));
            while (open.TryPeek(out var at))
            {
                if (!at.Next.TryDequeue(out var next))
                {
                    branch.Add(open.Pop().Step);
                }
                else if (seen.Add(next.ActivityId))
                {
                    open.Push((next, Next(next)));
                }
            }
        }

        // The last outcome's way is left first, so that it is read last.
        Queue<ActivityRecord> Next(ActivityRecord step) => new(Outcomes(definition, catalogue, step).Reverse()
            .Select(outcome => definition.Next(step.ActivityId, outcome) is { } transition ? definition.Find(transition.DestinationActivityId) : null).OfType<ActivityRecord>());
    }

    /// <summary>A step's outcomes: those that it has, and those that it has no more but that are connected.</summary>
    public static IReadOnlyList<string> Outcomes(WorkflowDefinition definition, ActivityCatalogue catalogue, ActivityRecord step) =>
    [
        .. (catalogue.Find(step.Name)?.Outcomes(step) ?? []).Concat(
            definition.Transitions.Where(transition => transition.SourceActivityId == step.ActivityId).Select(transition => transition.SourceOutcomeName)).Distinct(),
    ];
}
