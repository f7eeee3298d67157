using System.Globalization;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;

namespace LearningDev.Workflows.Designing.Steps;

/// <summary>Says in plain words what a step does.</summary>
internal sealed class StepWords(ActivityCatalogue catalogue)
{
    private const string British = "en-GB";

    /// <summary>What a step does, for lists and diagrams: its conditions where it has some, else what its activity says.</summary>
    public string Of(ActivityRecord step, IReadOnlyList<WorkflowField> fields)
    {
        if (catalogue.Find(step.Name) is not { } activity)
        {
            return "The portal does not know what this does";
        }

        var conditions = activity.Properties.Where(property => property.Kind == PropertyKind.Condition && property.Matters(step, activity.Properties))
            .SelectMany(property => Conditions(property, step)).Where(one => !one.When.IsEmpty).ToList();
        return conditions is [var only] && activity.Category == ActivityCategories.Flow ? Capital(Say(only.When, fields))
            : activity.Summarise(step) is { Length: > 0 } summary ? summary : activity.DisplayName;
    }

    /// <summary>A group of conditions in words, for example "Cost is more than 1,000 and (Kind is Course or Kind is Seminar)".</summary>
    public static string Say(ConditionGroup group, IReadOnlyList<WorkflowField> fields)
    {
        var parts = group.Conditions.Select(condition => Say(condition, fields))
            .Concat(group.Groups.Where(inner => !inner.IsEmpty).Select(inner => inner.Conditions.Count + inner.Groups.Count > 1 ? $"({Say(inner, fields)})" : Say(inner, fields))).ToList();
        return parts.Count == 0 ? "always" : string.Join(group.Match == ConditionMatch.All ? " and " : " or ", parts);
    }

    /// <summary>A value as people read it.</summary>
    public static string SayValue(WorkflowField? field, string value) => field?.Kind switch
    {
        FieldValueKind.Number when decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            number.ToString(number == Math.Floor(number) ? "#,0" : "#,0.00", CultureInfo.GetCultureInfo(British)),
        FieldValueKind.Day when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo(British)),
        FieldValueKind.YesNo => value is "true" or "True" ? "yes" : "no",
        _ => field?.Choices.FirstOrDefault(choice => choice.Value == value)?.Label ?? value,
    };

    internal static IReadOnlyList<SwitchCase> Conditions(ActivityProperty property, ActivityRecord step)
    {
        try
        {
            return ConditionJson.Read(property, step);
        }
        catch (System.Text.Json.JsonException)
        {
            // The check of the definition says that it cannot be read.
            return [];
        }
    }

    private static string Say(Condition condition, IReadOnlyList<WorkflowField> fields)
    {
        var field = fields.FirstOrDefault(candidate => candidate.Path == condition.Field);
        var label = field?.Label ?? condition.Field;
        var words = OperatorWords.Of(condition.Operator);
        return condition.Operator is ConditionOperator.IsFilledIn or ConditionOperator.IsEmpty ? $"{label} {words}"
            : $"{label} {words} {Join([.. condition.Values.Select(value => SayValue(field, value))])}";
    }

    private static string Join(List<string> values) => values.Count switch
    {
        0 => "…",
        1 => values[0],
        _ => $"{string.Join(", ", values.Take(values.Count - 1))} or {values[^1]}",
    };

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.GetCultureInfo(British)) + text[1..];
}
