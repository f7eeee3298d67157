namespace LearningDev.Workflows.Definitions;

/// <summary>Which steps can be come to from which.</summary>
internal sealed class Ways(WorkflowDefinition definition)
{
    private readonly ILookup<string, string> next = definition.Transitions
        .Where(transition => definition.Find(transition.DestinationActivityId) is not null)
        .ToLookup(transition => transition.SourceActivityId, transition => transition.DestinationActivityId);

    /// <summary>The given steps, and all that can be come to from them.</summary>
    /// <param name="starts">Where the ways begin.</param>
    /// <param name="stopAt">A step beyond which the ways are not followed; null for none.</param>
    public HashSet<string> From(IEnumerable<string> starts, string? stopAt = null)
    {
        HashSet<string> reached = [.. starts];
        Queue<string> open = new(reached);
        while (open.TryDequeue(out var at))
        {
            foreach (var to in at == stopAt ? [] : next[at])
            {
                if (reached.Add(to))
                {
                    open.Enqueue(to);
                }
            }
        }

        return reached;
    }

    /// <summary>True when a way leads from a step to another.</summary>
    public bool Lead(string from, string to) => from == to || From([from], to).Contains(to);

    /// <summary>Groups of steps that go round among themselves without one that waits.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RingsWithout(Predicate<string> waits)
    {
        var steps = definition.Activities.Select(activity => activity.ActivityId).Where(id => !waits(id)).ToHashSet();
        List<IReadOnlyList<string>> rings = [];
        HashSet<string> done = [];
        foreach (var step in definition.Activities.Select(activity => activity.ActivityId).Where(steps.Contains))
        {
            if (done.Contains(step))
            {
                continue;
            }

            var ring = steps.Where(other => Within(steps, step, other) && Within(steps, other, step)).ToList();
            if (ring.Count > 0)
            {
                done.UnionWith(ring);
                rings.Add([.. definition.Activities.Select(activity => activity.ActivityId).Where(ring.Contains)]);
            }
        }

        return rings;
    }

    // By at least one transition, through the given steps alone.
    private bool Within(HashSet<string> steps, string from, string to)
    {
        HashSet<string> seen = [];
        Queue<string> open = new(next[from].Where(steps.Contains));
        while (open.TryDequeue(out var at))
        {
            if (at == to)
            {
                return true;
            }

            if (seen.Add(at))
            {
                foreach (var on in next[at].Where(steps.Contains))
                {
                    open.Enqueue(on);
                }
            }
        }

        return false;
    }
}
