using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningDev.Workflows.Definitions;

/// <summary>Reads the properties of an object of a file, whatever the case of their names, as Orchard Core does. Numbers may be written as texts.</summary>
internal sealed class FileObject(JsonObject json)
{
    public string Text(string name) => Find(name) switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => throw Wrong(name, "a text", other),
    };

    public bool YesNo(string name) => Find(name) switch
    {
        null => false,
        JsonValue value when value.TryGetValue<bool>(out var yes) => yes,
        JsonValue value when value.TryGetValue<string>(out var text) && bool.TryParse(text, out var yes) => yes,
        var other => throw Wrong(name, "true or false", other),
    };

    public double Number(string name) => Find(name) switch
    {
        null => 0,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        JsonValue value when value.TryGetValue<string>(out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        var other => throw Wrong(name, "a number", other),
    };

    public JsonObject Object(string name) => Find(name) switch
    {
        null => [],
        JsonObject value => (JsonObject)value.DeepClone(),
        var other => throw Wrong(name, "an object", other),
    };

    public IEnumerable<JsonObject> Objects(string name) => Find(name) switch
    {
        null => [],
        JsonArray array => array.Select(item => item as JsonObject ?? throw Wrong(name, "a list of objects", array)),
        var other => throw Wrong(name, "a list", other),
    };

    /// <summary>What is none of the known properties.</summary>
    public JsonObject Rest(IReadOnlyCollection<string> known) =>
        new(json.Where(pair => !known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>Those of the known properties that the file has.</summary>
    public HashSet<string> Present(IReadOnlyCollection<string> known) =>
        [.. known.Where(name => json.Any(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)))];

    private JsonNode? Find(string name) =>
        json.TryGetPropertyValue(name, out var exact) ? exact : json.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static JsonException Wrong(string name, string expected, JsonNode node) => new($"{name} must be {expected}, but it is {node.GetValueKind().ToString().ToLowerInvariant()}.");
}

/// <summary>Writes an object of a file in the order of Orchard Core.</summary>
internal sealed class FileWriter(IReadOnlySet<string>? present)
{
    private readonly JsonObject json = [];

    /// <summary>Sets a property, unless the file that was read did not have it and it still has its default.</summary>
    public void Set(string name, JsonNode? value, bool isDefault)
    {
        if (!isDefault || present is null || present.Contains(name))
        {
            json[name] = value;
        }
    }

    public JsonObject With(JsonObject unknown)
    {
        foreach (var (name, value) in unknown)
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    /// <summary>A number as files write it: without a point where it is whole.</summary>
    public static JsonNode Number(double value) => value == Math.Floor(value) && Math.Abs(value) < 1e15 ? JsonValue.Create((long)value) : JsonValue.Create(value);
}
