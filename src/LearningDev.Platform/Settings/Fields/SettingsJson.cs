using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Platform.Settings.Fields;

/// <summary>Sections as JSON with every value of their class, so that two of them can be compared.</summary>
internal static class SettingsJson
{
    // Values that are null are kept here: who compares must see that they are gone.
    private static readonly JsonSerializerOptions WithNulls = new(PortalJson.Compact) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    /// <summary>The section with its shipped defaults where the JSON says nothing.</summary>
    public static JsonObject Whole(Type type, string json) =>
        JsonSerializer.SerializeToNode(Read(type, json), type, WithNulls) as JsonObject ?? [];

    /// <summary>The section as an object of its class.</summary>
    public static object Read(Type type, string json) =>
        JsonSerializer.Deserialize(json, type, PortalJson.Compact) ?? throw new JsonException($"{type.Name} is saved as null.");

    /// <summary>The section as the database keeps it.</summary>
    public static string Write(Type type, object section) => JsonSerializer.Serialize(section, type, PortalJson.Compact);
}
