using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace LearningDev.Platform.Data;

/// <summary>
/// How the portal writes and reads JSON that it keeps: Orchard Core's property names, readable accents, no nulls. Orchard Core writes nulls for what is not set: a property that
/// cannot be null keeps its default then.
/// </summary>
public static class PortalJson
{
    /// <summary>One line, for rows.</summary>
    public static JsonSerializerOptions Compact { get; } = Create(indented: false);

    /// <summary>Indented by two spaces, for files.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented) => new()
    {
        WriteIndented = indented,
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepDefaults } },
    };

    private static void KeepDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property is { IsSetNullable: false, PropertyType.IsValueType: false }))
        {
            if (property.Set is { } set)
            {
                property.Set = (json, value) =>
                {
                    if (value is not null)
                    {
                        set(json, value);
                    }
                };
            }
        }
    }
}
