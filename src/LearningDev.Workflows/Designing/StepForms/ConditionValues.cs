using System.Globalization;
using LearningDev.Workflows.Conditions;

namespace LearningDev.Workflows.Designing.StepForms;

/// <summary>Turns what people type as the value of a condition into what is kept, and back.</summary>
internal static class ConditionValues
{
    private const char Between = ';';

    /// <summary>What the form says of how to write a value; empty where anything can stand.</summary>
    public static string Hint(WorkflowField? field) => field?.Kind switch
    {
        FieldValueKind.Number => "A number, for example 1,000",
        FieldValueKind.Day => "A day such as 30/11/2026, or today, or today+14",
        FieldValueKind.YesNo => "Yes or no",
        FieldValueKind.People => "A user name, or owner for the person who asked",
        FieldValueKind.Terms => "The name of a term",
        FieldValueKind.Choice when field.Choices.Count > 0 => string.Join(", ", field.Choices.Take(20).Select(choice => choice.Label)),
        _ => "",
    };

    /// <summary>Reads what was typed.</summary>
    /// <returns>The values, and what is wrong; null when nothing is.</returns>
    public static (IReadOnlyList<string> Values, string? Problem) Read(WorkflowField? field, ConditionOperator by, string typed)
    {
        if (by is ConditionOperator.IsFilledIn or ConditionOperator.IsEmpty)
        {
            return ([], null);
        }

        List<string> texts = by is ConditionOperator.IsAnyOf or ConditionOperator.IsNoneOf
            ? [.. typed.Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : typed.Trim() is { Length: > 0 } one ? [one] : [];
        if (texts.Count == 0)
        {
            return ([], $"Enter what “{field?.Label ?? "the field"}” is compared with");
        }

        List<string> values = [];
        foreach (var text in texts)
        {
            if (ReadOne(field, text) is not { } value)
            {
                return ([typed.Trim()], $"“{text}” cannot be compared with “{field!.Label}”. {Expected(field)}");
            }

            values.Add(value);
        }

        return (values, null);
    }

    /// <summary>The values as the form shows them.</summary>
    public static string Write(WorkflowField? field, IReadOnlyList<string> values) =>
        string.Join($"{Between} ", values.Select(value => field?.Kind == FieldValueKind.Day ? SayDay(value) : Steps.StepWords.SayValue(field, value)));

    private static string? ReadOne(WorkflowField? field, string text) => field?.Kind switch
    {
        FieldValueKind.Number => Number(text),
        FieldValueKind.Day => Day(text),
        FieldValueKind.YesNo => text.ToLowerInvariant() switch { "yes" or "true" => "true", "no" or "false" => "false", _ => null },
        FieldValueKind.Choice when field.Choices.Count > 0 =>
            field.Choices.FirstOrDefault(choice => string.Equals(choice.Label, text, StringComparison.OrdinalIgnoreCase) || string.Equals(choice.Value, text, StringComparison.OrdinalIgnoreCase))?.Value,
        _ => text,
    };

    private static string Expected(WorkflowField field) => field.Kind switch
    {
        FieldValueKind.Number => "Enter a number, for example 1,000",
        FieldValueKind.Day => "Enter a day such as 30/11/2026, or today, or today+14",
        FieldValueKind.YesNo => "Enter yes or no",
        _ => $"Enter one of: {string.Join(", ", field.Choices.Select(choice => choice.Label))}",
    };

    private static string? Number(string text) =>
        decimal.TryParse(text.Replace("£", "", StringComparison.Ordinal).Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture) : null;

    private static string? Day(string text)
    {
        var small = text.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        if (small == "today" || (small.Length > 6 && small.StartsWith("today", StringComparison.Ordinal) && small[5] is '+' or '-'
            && int.TryParse(small[6..], NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            return small;
        }

        return DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy"], CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.AllowWhiteSpaces, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    private static string SayDay(string value) => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("d/M/yyyy", CultureInfo.InvariantCulture) : value;
}
