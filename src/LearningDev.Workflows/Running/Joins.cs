using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Running;

/// <summary>
/// Counts the branches that come to a join. Each branch counts that was really taken: what several branches of a fork bring is counted apart; other outcomes of one step are alternatives, of which
/// one is taken. What is left over when a join has gone on counts for the next round of a loop.
/// </summary>
internal static class Joins
{
    /// <summary>Notes that a branch has come.</summary>
    /// <returns>True when all have come that the join waits for.</returns>
    public static bool Arrive(CaseState state, WorkflowDefinition definition, string joinId, string branch)
    {
        if (!state.Arrived.TryGetValue(joinId, out var arrived))
        {
            state.Arrived[joinId] = arrived = [];
        }

        arrived[branch] = arrived.GetValueOrDefault(branch) + 1;
        var wanted = BranchesInto(definition, joinId);
        if (!wanted.IsSubsetOf(arrived.Keys))
        {
            return false;
        }

        foreach (var key in wanted)
        {
            if (--arrived[key] == 0)
            {
                arrived.Remove(key);
            }
        }

        if (arrived.Count == 0)
        {
            state.Arrived.Remove(joinId);
        }

        return true;
    }

    /// <summary>The branches for which a join waits, each by the fork's outcome or the step that it comes from.</summary>
    public static HashSet<string> BranchesInto(WorkflowDefinition definition, string joinId) => definition.Into(joinId).Select(way => BranchOf(definition, way)).ToHashSet();

    /// <summary>The branch that a transition belongs to.</summary>
    public static string BranchOf(WorkflowDefinition definition, Transition transition) =>
        definition.Find(transition.SourceActivityId)?.Name == Burst.Fork ? $"{transition.SourceActivityId}:{transition.SourceOutcomeName}" : transition.SourceActivityId;
}
