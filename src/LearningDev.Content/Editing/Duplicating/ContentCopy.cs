using System.Text.Json.Nodes;
using LearningDev.Content.Items;

namespace LearningDev.Content.Editing.Duplicating;

/// <summary>Copies the content of an item: items that stand inside it, such as terms, get ids of their own, and what of the copy names them names the copies.</summary>
internal static class ContentCopy
{
    /// <summary>Makes a copy that shares nothing with the original but what both refer to.</summary>
    /// <param name="content">The original's parts.</param>
    /// <param name="newId">Makes an id.</param>
    public static JsonObject Of(JsonObject content, Func<string> newId)
    {
        Dictionary<string, string> ids = [];
        Collect(content, ids, newId);
        return Copy(content, ids)!.AsObject();
    }

    private static void Collect(JsonNode? node, Dictionary<string, string> ids, Func<string> newId)
    {
        foreach (var child in Children(node))
        {
            // An item that stands inside says its type or name beside its id; a field that refers to an item does not.
            if (child is JsonObject item && (item.ContainsKey(nameof(ContentItem.ContentType)) || item.ContainsKey(nameof(ContentItem.DisplayText)))
                && item[nameof(ContentItem.ContentItemId)] is JsonValue id && id.TryGetValue<string>(out var old) && old.Length > 0)
            {
                ids.TryAdd(old, newId());
                if (item[nameof(ContentItem.ContentItemVersionId)] is JsonValue version && version.TryGetValue<string>(out var oldVersion) && oldVersion.Length > 0)
                {
                    ids.TryAdd(oldVersion, newId());
                }
            }

            Collect(child, ids, newId);
        }
    }

    private static JsonNode? Copy(JsonNode? node, Dictionary<string, string> ids) => node switch
    {
        JsonObject properties => new JsonObject(properties.Select(pair => KeyValuePair.Create(pair.Key, Copy(pair.Value, ids)))),
        JsonArray list => new JsonArray([.. list.Select(child => Copy(child, ids))]),
        JsonValue value when value.TryGetValue<string>(out var text) && ids.TryGetValue(text, out var id) => JsonValue.Create(id),
        _ => node?.DeepClone(),
    };

    private static IEnumerable<JsonNode?> Children(JsonNode? node) => node switch
    {
        JsonObject properties => properties.Select(pair => pair.Value),
        JsonArray list => list,
        _ => [],
    };
}
