using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Conditions;

/// <summary>Reads conditions out of what a step is told, and says what is wrong with them.</summary>
internal static class ConditionJson
{
    /// <summary>The groups of conditions of a property, with the names of a switch's cases; the name of a single condition is empty.</summary>
    /// <exception cref="JsonException">The value is no condition.</exception>
    public static IReadOnlyList<SwitchCase> Read(ActivityProperty property, ActivityRecord record) => property.Read(record) switch
    {
        JsonObject group when property.Kind == PropertyKind.Condition => [new SwitchCase { When = group.Deserialize<ConditionGroup>(PortalJson.Compact)! }],
        JsonArray cases when property.Kind == PropertyKind.Cases => cases.Deserialize<List<SwitchCase>>(PortalJson.Compact)!,
        _ => [],
    };

    /// <summary>What is wrong with the conditions of a property; null when nothing is.</summary>
    public static string? Problem(ActivityProperty property, ActivityRecord record)
    {
        IReadOnlyList<SwitchCase> cases;
        try
        {
            cases = Read(property, record);
        }
        catch (JsonException)
        {
            return $"“{property.Label}” cannot be read";
        }

        foreach (var one in cases)
        {
            if (property.Kind == PropertyKind.Cases && one.Name.Length == 0)
            {
                return $"Each of “{property.Label}” needs a name";
            }

            if (one.When.All.FirstOrDefault(condition => condition.Field.Length == 0) is not null)
            {
                return "A condition says of no field what it must be";
            }

            if (one.When.All.FirstOrDefault(condition => condition.Operator is not ConditionOperator.IsFilledIn and not ConditionOperator.IsEmpty && condition.Values.Count == 0) is { } without)
            {
                return $"The condition about {without.Field} needs a value";
            }
        }

        return property.Kind == PropertyKind.Cases && cases.GroupBy(one => one.Name).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? $"“{twice.Key}” is there twice" : null;
    }
}
