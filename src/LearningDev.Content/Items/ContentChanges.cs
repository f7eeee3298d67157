using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Content.Definitions;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Items;

/// <summary>Says which fields of an item a save has changed, as the audit shows it (ADM-03).</summary>
internal static partial class ContentChanges
{
    /// <summary>Compares two versions of an item, field by field.</summary>
    /// <param name="before">The parts before; null for a new item, of which nothing can be compared.</param>
    /// <param name="after">The item now.</param>
    /// <param name="definitions">What the fields are called.</param>
    public static IReadOnlyList<AuditChange> Between(string? before, ContentItem after, DefinitionSet definitions)
    {
        if (before is null)
        {
            return [];
        }

        var earlier = JsonNode.Parse(before)!.AsObject();
        return
        [
            .. from part in Names(earlier, after.Content)
               let old = earlier[part] as JsonObject ?? []
               let current = after.Content[part] as JsonObject ?? []
               from field in Names(old, current)
               where !JsonNode.DeepEquals(old[field], current[field])
               let change = new AuditChange(NameOf(part, field, after.ContentType, definitions), Plain(old[field]), Plain(current[field]))
               where change.Before != change.After
               select change,
        ];
    }

    private static IEnumerable<string> Names(JsonObject before, JsonObject after) =>
        before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key));

    private static string NameOf(string part, string field, string type, DefinitionSet definitions) =>
        definitions.FindType(type) is { } found
        && definitions.FieldsOf(found).FirstOrDefault(one => one.Part.Name == part && one.Field.Name == field).Field?.DisplayName is { } name
            ? name
            : (part, field) switch
            {
                (nameof(AutoroutePart), nameof(AutoroutePart.Path)) => "Address",
                (nameof(MarkdownBodyPart), nameof(MarkdownBodyPart.Markdown)) => "Text",
                _ => WordStart().Replace(field, match => $" {match.Value.ToLowerInvariant()}"),
            };

    // A field's JSON says in one or more properties what an editor has filled in.
    private static string Plain(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Plain).Where(text => text.Length > 0)),
        JsonObject properties => string.Join(", ", properties.Select(pair => Plain(pair.Value)).Where(text => text.Length > 0)),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => "Yes",
            JsonValueKind.False => "No",
            _ => node.ToString(),
        },
    };

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}
