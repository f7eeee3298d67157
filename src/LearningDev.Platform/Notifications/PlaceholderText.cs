using System.Text.RegularExpressions;

namespace LearningDev.Platform.Notifications;

/// <summary>Plain text in which <c>{{ name }}</c> stands for a value. There is nothing else to it: no conditions, no HTML.</summary>
public static partial class PlaceholderText
{
    /// <summary>Fills in the values. What a value says is text, braces too.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The values by name; a placeholder without one stays as it is.</param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(text, found => values.TryGetValue(found.Groups["name"].Value, out var value) ? value : found.Value);

    /// <summary>The placeholders of a text that are not among the known ones, as they are written, and braces that are no placeholder.</summary>
    public static IReadOnlyList<string> Unknown(string text, IEnumerable<string> known)
    {
        var names = known.ToHashSet(StringComparer.Ordinal);
        var wrong = Placeholder().Matches(text).Where(found => !names.Contains(found.Groups["name"].Value)).Select(found => found.Value);
        var stray = Braces().Matches(Placeholder().Replace(text, "")).Select(found => found.Value);
        return [.. wrong.Concat(stray).Distinct()];
    }

    [GeneratedRegex(@"\{\{[ \t]*(?<name>[A-Za-z0-9_]+)[ \t]*\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{|\}\}")]
    private static partial Regex Braces();
}
