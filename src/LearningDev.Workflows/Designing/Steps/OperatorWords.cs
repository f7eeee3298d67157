using System.ComponentModel.DataAnnotations;
using System.Reflection;
using LearningDev.Workflows.Conditions;

namespace LearningDev.Workflows.Designing.Steps;

/// <summary>What people read for the names of operators.</summary>
internal static class OperatorWords
{
    private static readonly Dictionary<ConditionOperator, string> Words = Enum.GetValues<ConditionOperator>().ToDictionary(
        value => value, value => typeof(ConditionOperator).GetField(value.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!);

    public static IReadOnlyCollection<ConditionOperator> All => Words.Keys;

    public static string Of(ConditionOperator value) => Words[value];
}
