using System.Text.Json.Nodes;

namespace LearningDev.Content.Editing.Forms;

/// <summary>Changes a field's JSON only where what was filled in differs, so that saving an untouched form changes nothing.</summary>
internal static class FieldJson
{
    public static string ReadText(this JsonObject json, string name) =>
        json[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    public static void WriteText(this JsonObject json, string name, string text)
    {
        if (json.ReadText(name).ReplaceLineEndings("\n").Trim() == text)
        {
            return;
        }

        if (text.Length == 0)
        {
            json.Remove(name);
        }
        else
        {
            json[name] = text;
        }
    }

    public static List<string> ReadList(this JsonObject json, string name) =>
        json[name] is JsonArray array ? [.. array.Select(entry => entry?.ToString() ?? "").Where(entry => entry.Length > 0)] : [];

    public static void WriteList(this JsonObject json, string name, IReadOnlyCollection<string> values)
    {
        if (!json.ReadList(name).SequenceEqual(values))
        {
            json[name] = new JsonArray([.. values.Select(value => (JsonNode)value)]);
        }
    }

    /// <summary>Writes choices whose order says nothing: those that were there stay where they were.</summary>
    public static void WriteSet(this JsonObject json, string name, IReadOnlyCollection<string> values)
    {
        var current = json.ReadList(name);
        json.WriteList(name, [.. current.Where(values.Contains), .. values.Except(current)]);
    }
}
