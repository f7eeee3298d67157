using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Writes settings without their secrets: the properties marked <c>[DataType(DataType.Password)]</c>, however deep they stand.</summary>
internal static class SecretSettings
{
    private static readonly System.Text.Json.JsonSerializerOptions WithoutSecrets = new(PortalJson.Compact)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RemoveSecrets } },
    };

    /// <summary>A section as JSON, with the defaults of what was never saved.</summary>
    /// <param name="section">The section's class.</param>
    /// <param name="saved">What is saved of it; null when nothing was.</param>
    public static JsonObject Write(Type section, string? saved) =>
        JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(saved ?? "{}", section, PortalJson.Compact), section, WithoutSecrets)!.AsObject();

    private static void RemoveSecrets(JsonTypeInfo type)
    {
        for (var index = type.Properties.Count - 1; index >= 0; index--)
        {
            if (type.Properties[index].AttributeProvider?.GetCustomAttributes(typeof(DataTypeAttribute), inherit: true)
                .Any(attribute => ((DataTypeAttribute)attribute).DataType == DataType.Password) == true)
            {
                type.Properties.RemoveAt(index);
            }
        }
    }
}
