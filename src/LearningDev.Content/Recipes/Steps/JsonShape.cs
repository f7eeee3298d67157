using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>Compares JSON with the class that it will be read into, and tells of the properties that the class does not have.</summary>
internal static class JsonShape
{
    static JsonShape() => PortalJson.Compact.MakeReadOnly(populateMissingResolver: true);

    /// <summary>Tells of unknown properties, at every depth.</summary>
    /// <param name="context">The step.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="type">The class.</param>
    /// <param name="others">Further names that are no problem at the top.</param>
    public static void Check(RecipeStepContext context, JsonNode? json, Type type, params IReadOnlyCollection<string> others)
    {
        var shape = PortalJson.Compact.GetTypeInfo(type);
        switch (json)
        {
            case JsonObject values when shape.Kind == JsonTypeInfoKind.Object:
                context.CheckProperties(values, [.. shape.Properties.Select(property => property.Name), .. others]);
                foreach (var property in shape.Properties)
                {
                    Check(context, context.Find(property.Name, values), property.PropertyType);
                }

                break;
            case JsonObject values when shape is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element }:
                foreach (var (_, value) in values)
                {
                    Check(context, value, element);
                }

                break;
            case JsonArray values when shape is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element }:
                foreach (var value in values)
                {
                    Check(context, value, element);
                }

                break;
        }
    }
}
