using System.Globalization;
using System.Text.RegularExpressions;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Conditions;

/// <summary>
/// Reads the simple JavaScript that Orchard Core's workflow types often have: literals, what a case remembers or was started with, fields of its item, and comparisons of these,
/// joined by "&amp;&amp;" or "||". The portal runs no script; everything else is said to be not supported.
/// </summary>
internal static partial class JavaScript
{
    /// <summary>A value: a literal, or the path of a field.</summary>
    internal sealed record Operand(string? Literal, string? Path);

    /// <summary>Reads a value; null when it is something else.</summary>
    public static Operand? Value(string script)
    {
        script = script.Trim().TrimEnd(';').Trim();
        if (script.StartsWith("return ", StringComparison.Ordinal))
        {
            script = script["return ".Length..].Trim();
        }

        if (Text().Match(script) is { Success: true } text)
        {
            return new Operand(Regex.Unescape(text.Groups[2].Value), null);
        }

        if (script is "true" or "false" || decimal.TryParse(script, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return new Operand(script, null);
        }

        if (script is "workflow().CorrelationId" or "correlationId()" or "workflow().correlationId")
        {
            return new Operand(null, "case.correlation");
        }

        if (Call().Match(script) is not { Success: true } call)
        {
            return null;
        }

        var (function, name, rest) = (call.Groups[1].Value, call.Groups[3].Value, call.Groups[4].Value);
        if (function == "property" && rest.Length == 0)
        {
            return new Operand(null, $"case.{name}");
        }

        if (function != "input")
        {
            return null;
        }

        return (name, rest) switch
        {
            ("ContentItem", ".ContentItemId") => new Operand(null, "item.id"),
            ("ContentItem", ".DisplayText") => new Operand(null, "item.name"),
            ("ContentItem", ".ContentType") => new Operand(null, "item.type"),
            ("ContentItem", _) when Field().Match(rest) is { Success: true } field => new Operand(null, $"{field.Groups[1].Value}.{field.Groups[2].Value}"),
            ("ContentItem", _) => null,
            _ => new Operand(null, TemplateText.NameOf($"Workflow.Input.{name}{rest}")),
        };
    }

    /// <summary>Reads a condition; null when it is something else.</summary>
    public static ConditionGroup? Condition(string script)
    {
        script = script.Trim().TrimEnd(';').Trim();
        if (script.StartsWith("return ", StringComparison.Ordinal))
        {
            script = script["return ".Length..].Trim();
        }

        var (all, any) = (script.Contains("&&", StringComparison.Ordinal), script.Contains("||", StringComparison.Ordinal));
        if (all && any)
        {
            return null;
        }

        var group = new ConditionGroup { Match = any ? ConditionMatch.Any : ConditionMatch.All };
        foreach (var atom in script.Split(any ? "||" : "&&"))
        {
            if (Atom(Bare(atom)) is not { } condition)
            {
                return null;
            }

            group.Conditions.Add(condition);
        }

        return group;
    }

    // Parentheses around the whole of it say nothing.
    private static string Bare(string text)
    {
        text = text.Trim();
        if (!text.StartsWith('(') || !text.EndsWith(')'))
        {
            return text;
        }

        var depth = 0;
        for (var at = 0; at < text.Length - 1; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return text;
            }
        }

        return text[1..^1].Trim();
    }

    private static Condition? Atom(string text)
    {
        if (text is "true" or "false")
        {
            // Today is always filled in.
            return new Condition { Field = "today", Operator = text == "true" ? ConditionOperator.IsFilledIn : ConditionOperator.IsEmpty };
        }

        if (Comparison().Match(text) is { Success: true } match)
        {
            return Value(match.Groups[1].Value) is { Path: { } path } && Value(match.Groups[3].Value) is { Literal: { } literal }
                ? new Condition { Field = path, Operator = Operator(match.Groups[2].Value), Values = [literal] } : null;
        }

        return text.StartsWith('!')
            ? Value(text[1..]) is { Path: { } not } ? new Condition { Field = not, Operator = ConditionOperator.IsNoneOf, Values = ["true"] } : null
            : Value(text) is { Path: { } whole } ? new Condition { Field = whole, Operator = ConditionOperator.Is, Values = ["true"] } : null;
    }

    private static ConditionOperator Operator(string written) => written switch
    {
        "==" or "===" => ConditionOperator.Is,
        "!=" or "!==" => ConditionOperator.IsNot,
        ">" => ConditionOperator.IsMoreThan,
        ">=" => ConditionOperator.IsAtLeast,
        "<" => ConditionOperator.IsLessThan,
        _ => ConditionOperator.IsAtMost,
    };

    [GeneratedRegex("""^(['"])((?:(?!\1)[^\\]|\\.)*)\1$""")]
    private static partial Regex Text();

    [GeneratedRegex("""^(property|input)\(\s*(['"])([A-Za-z0-9_ \-]+)\2\s*\)((?:\.[A-Za-z_][A-Za-z0-9_]*)*)$""")]
    private static partial Regex Call();

    [GeneratedRegex(@"^(?:\.Content)?\.([A-Za-z_][A-Za-z0-9_]*)\.([A-Za-z_][A-Za-z0-9_]*)(?:\.(?:Value|Text|Values|UserIds|TermContentItemIds|ContentItemIds))?$")]
    private static partial Regex Field();

    [GeneratedRegex(@"^(.+?)\s*(===|!==|==|!=|>=|<=|>|<)\s*(.+)$")]
    private static partial Regex Comparison();
}
