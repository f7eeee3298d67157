using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.CaseSteps;

/// <summary>Reads the values that Orchard Core's steps hold as expressions: a simple script, or a text with placeholders.</summary>
internal sealed class Expressions(CaseTexts texts, CaseValues values)
{
    /// <summary>Why a value cannot be read, without a full stop; null when it can.</summary>
    public static string? Problem(ActivityRecord record, ActivityProperty property) =>
        property.ReadText(record) is var text && IsScript(record, text) && JavaScript.Value(text) is null
            ? $"The portal does not run the script “{text}”. Write a text with placeholders instead" : null;

    /// <summary>The value as a text.</summary>
    /// <exception cref="ActivityException">It is a script that the portal does not run.</exception>
    public async Task<string> ReadAsync(ActivityContext context, string property, CancellationToken cancellation)
    {
        var text = context.Text(property);
        if (JavaScript.Value(text) is { } operand && !IsLiquid(context.Record))
        {
            return operand.Literal ?? string.Join(",", (await values.ReadAsync(context.State, operand.Path!, cancellation)).Values);
        }

        return IsScript(context.Record, text)
            ? throw new ActivityException($"The portal does not run the script “{text}”")
            : await texts.FillAsync(context.State, text, cancellation);
    }

    /// <summary>A value of a list of named values as a text.</summary>
    public async Task<string> FillAsync(ActivityContext context, string text, CancellationToken cancellation) => JavaScript.Value(text) is { } operand
        ? operand.Literal ?? string.Join(",", (await values.ReadAsync(context.State, operand.Path!, cancellation)).Values)
        : await texts.FillAsync(context.State, text, cancellation);

    private static bool IsLiquid(ActivityRecord record) => record.Properties["Syntax"]?.ToString() is "Liquid" or "Literal";

    // Words are words; what calls or computes something is a script.
    private static bool IsScript(ActivityRecord record, string text) =>
        !IsLiquid(record) && !text.Contains("{{", StringComparison.Ordinal) && (text.Contains("()", StringComparison.Ordinal) || text.Contains(';', StringComparison.Ordinal)
            || text.Contains("('", StringComparison.Ordinal) || text.Contains("(\"", StringComparison.Ordinal) || text.Contains(" + ", StringComparison.Ordinal));
}
