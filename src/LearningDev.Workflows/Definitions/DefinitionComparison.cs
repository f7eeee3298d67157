using System.Text.Json.Nodes;

namespace LearningDev.Workflows.Definitions;

/// <summary>What became of something between two versions.</summary>
public enum DifferenceKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>It is different.</summary>
    Changed,
}

/// <summary>A step that is not the same in both versions.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Before">The step in the earlier version; null when it is new.</param>
/// <param name="After">The step in the later version; null when it is gone.</param>
/// <param name="Properties">What it is told differently; empty for one that is new or gone.</param>
public sealed record ActivityDifference(DifferenceKind Kind, ActivityRecord? Before, ActivityRecord? After, IReadOnlyList<PropertyDifference> Properties);

/// <summary>Something that a step, or the type as a whole, is told differently.</summary>
/// <param name="Name">The property's name in files.</param>
/// <param name="Before">The value before; null for none.</param>
/// <param name="After">The value after; null for none.</param>
public sealed record PropertyDifference(string Name, JsonNode? Before, JsonNode? After);

/// <summary>A connection that is not the same in both versions.</summary>
/// <param name="SourceActivityId">The step that is left.</param>
/// <param name="Outcome">The outcome with which it is left.</param>
/// <param name="Before">The step that followed; null for none.</param>
/// <param name="After">The step that follows; null for none.</param>
public sealed record TransitionDifference(string SourceActivityId, string Outcome, string? Before, string? After)
{
    /// <summary>What became of it.</summary>
    public DifferenceKind Kind => Before is null ? DifferenceKind.Added : After is null ? DifferenceKind.Removed : DifferenceKind.Changed;
}

/// <summary>What is different between two versions of a workflow type. Where steps stand in a diagram is nothing to speak of.</summary>
/// <param name="Type">What the type as a whole is told differently.</param>
/// <param name="Activities">Steps that are new, gone or different, in the order of the later version, those that are gone last.</param>
/// <param name="Transitions">Connections that are new, gone or lead elsewhere.</param>
public sealed record DefinitionComparison(
    IReadOnlyList<PropertyDifference> Type, IReadOnlyList<ActivityDifference> Activities, IReadOnlyList<TransitionDifference> Transitions)
{
    /// <summary>True when nothing is different.</summary>
    public bool IsEmpty => Type.Count + Activities.Count + Transitions.Count == 0;

    /// <summary>Compares two versions. Steps are the same when their ids are.</summary>
    public static DefinitionComparison Of(WorkflowDefinition before, WorkflowDefinition after)
    {
        var (first, second) = (before.Write(), after.Write());
        List<PropertyDifference> type =
        [
            .. Differences(Without(first), Without(second)),
            .. Differences(before.Properties, after.Properties),
        ];
        List<ActivityDifference> activities = [];
        foreach (var activity in after.Activities)
        {
            if (before.Find(activity.ActivityId) is not { } earlier)
            {
                activities.Add(new ActivityDifference(DifferenceKind.Added, null, activity, []));
            }
            else if (Told(earlier, activity) is { Count: > 0 } told)
            {
                activities.Add(new ActivityDifference(DifferenceKind.Changed, earlier, activity, told));
            }
        }

        activities.AddRange(before.Activities.Where(activity => after.Find(activity.ActivityId) is null)
            .Select(activity => new ActivityDifference(DifferenceKind.Removed, activity, null, [])));
        var (from, to) = (Followed(before), Followed(after));
        return new DefinitionComparison(
            type, activities,
            [
                .. to.Keys.Concat(from.Keys.Where(key => !to.ContainsKey(key)))
                    .Select(key => new TransitionDifference(key.Source, key.Outcome, from.GetValueOrDefault(key), to.GetValueOrDefault(key)))
                    .Where(difference => difference.Before != difference.After),
            ]);
    }

    private static List<PropertyDifference> Told(ActivityRecord before, ActivityRecord after)
    {
        List<PropertyDifference> told = [.. Differences(before.Properties, after.Properties)];
        if (before.Name != after.Name)
        {
            told.Insert(0, new PropertyDifference(nameof(ActivityRecord.Name), before.Name, after.Name));
        }

        if (before.IsStart != after.IsStart)
        {
            told.Add(new PropertyDifference(nameof(ActivityRecord.IsStart), before.IsStart, after.IsStart));
        }

        return told;
    }

    private static IEnumerable<PropertyDifference> Differences(JsonObject before, JsonObject after) =>
        from name in after.Select(pair => pair.Key).Concat(before.Select(pair => pair.Key)).Distinct()
        where !JsonNode.DeepEquals(before[name], after[name])
        select new PropertyDifference(name, before[name], after[name]);

    // Steps and connections are compared one by one, and ids of versions are the same.
    private static JsonObject Without(JsonObject json)
    {
        foreach (var name in (string[])[nameof(WorkflowDefinition.Activities), nameof(WorkflowDefinition.Transitions), nameof(WorkflowDefinition.Properties), nameof(WorkflowDefinition.IsEnabled)])
        {
            json.Remove(name);
        }

        return json;
    }

    private static Dictionary<(string Source, string Outcome), string?> Followed(WorkflowDefinition definition) => definition.Transitions
        .GroupBy(transition => (transition.SourceActivityId, transition.SourceOutcomeName)).ToDictionary(group => group.Key, group => (string?)group.First().DestinationActivityId);
}
