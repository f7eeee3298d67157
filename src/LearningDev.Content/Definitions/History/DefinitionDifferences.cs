using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Content.Fields;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Definitions.History;

/// <summary>Says what differs between two versions of a content type or part, as people read it (ADM-03).</summary>
internal static partial class DefinitionDifferences
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["DisplayName"] = "name",
        ["Creatable"] = "editors can add items",
        ["Listable"] = "in the list of content",
        ["Draftable"] = "can be saved as a draft",
        ["Required"] = "must be filled in",
        ["Retired"] = "retired",
        ["Facet"] = "narrows searches",
        ["OnPage"] = "on the page",
        ["InLists"] = "in lists",
        ["Options"] = "choices",
        ["Unique"] = "only one term",
        ["TaxonomyContentItemId"] = "taxonomy",
        ["DisplayedContentTypes"] = "types to choose from",
        ["Scale"] = "decimal places",
    };

    /// <summary>What differs.</summary>
    /// <param name="before">The earlier version's JSON; empty for one that was removed.</param>
    /// <param name="after">The later version's JSON; empty for one that was removed.</param>
    public static IReadOnlyList<AuditChange> Between(string before, string after)
    {
        var (old, current) = (Read(before), Read(after));
        List<AuditChange> changes = [];
        if (Text(old["DisplayName"]) != Text(current["DisplayName"]))
        {
            changes.Add(new AuditChange("Name", Text(old["DisplayName"]), Text(current["DisplayName"])));
        }

        changes.AddRange(OfSettings("", old["Settings"], current["Settings"]));
        changes.AddRange(OfList("Part", old["ContentTypePartDefinitionRecords"], current["ContentTypePartDefinitionRecords"]));
        changes.AddRange(OfList("Field", old["ContentPartFieldDefinitionRecords"], current["ContentPartFieldDefinitionRecords"]));
        return changes;
    }

    private static IEnumerable<AuditChange> OfList(string what, JsonNode? before, JsonNode? after)
    {
        var (old, current) = (ByName(before), ByName(after));
        foreach (var name in old.Keys.Union(current.Keys))
        {
            var (was, now) = (old.GetValueOrDefault(name), current.GetValueOrDefault(name));
            var label = LabelOf(now ?? was!);
            if (was is null || now is null)
            {
                yield return new AuditChange($"{what} {label}", was is null ? "" : KindOf(was, label), now is null ? "" : KindOf(now, label));
                continue;
            }

            if (KindOf(was, label) != KindOf(now, label))
            {
                yield return new AuditChange($"{label}: kind", KindOf(was, label), KindOf(now, label));
            }

            foreach (var change in OfSettings($"{label}: ", was["Settings"], now["Settings"]))
            {
                yield return change;
            }
        }

        var (order, orderNow) = (Order(old), Order(current));
        if (!order.Where(orderNow.Contains).SequenceEqual(orderNow.Where(order.Contains)))
        {
            yield return new AuditChange($"Order of the {what.ToLowerInvariant()}s", string.Join(", ", order), string.Join(", ", orderNow));
        }
    }

    private static IEnumerable<AuditChange> OfSettings(string prefix, JsonNode? before, JsonNode? after)
    {
        var (old, current) = (Leaves(before), Leaves(after));
        foreach (var path in old.Keys.Union(current.Keys).Where(path => !path.EndsWith(".Position", StringComparison.OrdinalIgnoreCase)))
        {
            var (was, now) = (old.GetValueOrDefault(path, ""), current.GetValueOrDefault(path, ""));
            // False and nothing mean the same.
            if (was != now && !(was is "" or "No" && now is "" or "No"))
            {
                var name = path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];
                name = Words.GetValueOrDefault(name) ?? WordStart().Replace(name, match => $" {match.Value.ToLowerInvariant()}").ToLowerInvariant();
                yield return new AuditChange(prefix.Length > 0 ? prefix + name : char.ToUpperInvariant(name[0]) + name[1..], was, now);
            }
        }
    }

    private static Dictionary<string, string> Leaves(JsonNode? settings) =>
        (from holder in settings as JsonObject ?? []
         where holder.Value is JsonObject
         from leaf in holder.Value!.AsObject()
             // The editor of a field is part of its kind.
         where leaf.Value is not null && !(holder.Key == "ContentPartFieldSettings" && leaf.Key is "Editor" or "DisplayMode")
         select (Path: $"{holder.Key}.{leaf.Key}", Text: Text(leaf.Value))).ToDictionary(leaf => leaf.Path, leaf => leaf.Text);

    private static Dictionary<string, JsonObject> ByName(JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonObject>().DistinctBy(entry => Text(entry["Name"])).ToDictionary(entry => Text(entry["Name"]));

    private static string LabelOf(JsonObject entry) => Text(entry["Settings"]?["ContentPartFieldSettings"]?["DisplayName"]) is { Length: > 0 } label ? label : Text(entry["Name"]);

    private static string KindOf(JsonObject entry, string label) => entry["FieldName"] is not null
        ? FieldShape.Of(entry.Deserialize<ContentFieldDefinition>(Platform.Data.PortalJson.Compact)!)?.Name ?? Text(entry["FieldName"])
        : label;

    private static List<string> Order(Dictionary<string, JsonObject> entries) =>
        [.. entries.Values.OrderBy(entry => decimal.TryParse(
            Text(entry["Settings"]?["ContentPartFieldSettings"]?["Position"] ?? entry["Settings"]?["ContentTypePartSettings"]?["Position"]),
            System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : 0).Select(LabelOf)];

    private static JsonObject Read(string json) => json.Length == 0 ? [] : JsonNode.Parse(json)!.AsObject();

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonArray list => string.Join(", ", list.Select(Text).Where(text => text.Length > 0)),
        // A choice is known by its name.
        JsonObject entry => Text(entry.FirstOrDefault(pair => pair.Key.Equals("name", StringComparison.OrdinalIgnoreCase)).Value),
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
