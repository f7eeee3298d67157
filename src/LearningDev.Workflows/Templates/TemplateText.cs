using System.Text.RegularExpressions;

namespace LearningDev.Workflows.Templates;

/// <summary>
/// Texts with placeholders, such as "Dear {{ owner.name }}". A placeholder names a field of <see cref="Conditions.WorkflowFields"/>, and says its value as people read it; nothing
/// where there is none. Orchard Core's names for the same things are understood.
/// </summary>
public static partial class TemplateText
{
    /// <summary>The names of a text's placeholders, as the portal calls them.</summary>
    public static IReadOnlyList<string> Names(string text) => [.. Placeholder().Matches(text).Select(match => NameOf(match.Groups[1].Value)).Distinct()];

    /// <summary>What in a text is no placeholder but would have meant something to Orchard Core: filters and tags of Liquid.</summary>
    public static IReadOnlyList<string> NotUnderstood(string text) => [.. Liquid().Matches(text).Select(match => match.Value).Where(found => !Placeholder().IsMatch(found)).Distinct()];

    /// <summary>Puts values in the place of the placeholders.</summary>
    internal static async Task<string> FillAsync(string text, Func<string, Task<string>> say)
    {
        Dictionary<string, string> values = [];
        foreach (var name in Names(text))
        {
            values[name] = await say(name);
        }

        return Placeholder().Replace(text, match => values[NameOf(match.Groups[1].Value)]);
    }

    /// <summary>A name as the portal calls it.</summary>
    internal static string NameOf(string written)
    {
        foreach (var (theirs, ours) in (ReadOnlySpan<(string, string)>)
            [
                ("Workflow.Input.ContentItem.Content.", ""), ("Workflow.Input.ContentItem.DisplayText", "item.name"), ("Workflow.Input.ContentItem.ContentType", "item.type"),
                ("ContentItem.Content.", ""), ("ContentItem.DisplayText", "item.name"), ("ContentItem.ContentType", "item.type"),
                ("Workflow.Properties.", "case."), ("Workflow.Input.", "input."), ("Workflow.CorrelationId", "case.correlation"),
            ])
        {
            if (written.StartsWith(theirs, StringComparison.Ordinal))
            {
                return ours + written[theirs.Length..];
            }
        }

        return written;
    }

    [GeneratedRegex(@"\{\{\s*([A-Za-z][A-Za-z0-9_.\-]*)\s*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline)]
    private static partial Regex Liquid();
}
