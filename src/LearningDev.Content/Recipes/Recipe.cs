using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes;

/// <summary>A recipe in Orchard Core's form: steps that set up or change a portal (CMS-05).</summary>
public sealed class Recipe
{
    private static readonly JsonDocumentOptions Dialect = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    /// <summary>The name by which other recipes run this one.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The path of the recipe's file; empty when it was not read from a file.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The variables, not evaluated yet.</summary>
    internal JsonObject Variables { get; private init; } = [];

    /// <summary>The steps in order, not evaluated yet.</summary>
    internal IReadOnlyList<JsonObject> Steps { get; private init; } = [];

    /// <summary>Reads a recipe. Comments, trailing commas and a byte order mark are allowed.</summary>
    /// <param name="json">The recipe's text.</param>
    /// <param name="path">The path of its file, by which it names other files.</param>
    /// <exception cref="RecipeException">The text is no recipe; the message names the line.</exception>
    public static Recipe Parse(string json, string path = "")
    {
        var file = System.IO.Path.GetFileName(path);
        try
        {
            if (JsonNode.Parse(json.TrimStart('\uFEFF'), documentOptions: Dialect) is not JsonObject envelope)
            {
                throw new RecipeException($"{file} is no recipe: it must be a JSON object.");
            }

            var steps = envelope["steps"] as JsonArray ?? throw new RecipeException($"{file} has no steps.");
            return new Recipe
            {
                Name = envelope["name"]?.GetValue<string>() ?? "",
                Path = path,
                Variables = envelope["variables"] as JsonObject ?? [],
                Steps = [.. steps.Select((step, index) => step as JsonObject
                    ?? throw new RecipeException($"{file}: step {index + 1} is no JSON object."))],
            };
        }
        catch (JsonException fault)
        {
            throw new RecipeException($"{file} is not valid JSON at line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            throw new RecipeException($"{file} cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>The full path of a file that lies beside the recipe or below its folder.</summary>
    /// <exception cref="RecipeException">There is none, or it lies elsewhere.</exception>
    public string FileBeside(string path)
    {
        var folder = System.IO.Path.GetFullPath(System.IO.Path.GetDirectoryName(Path) ?? ".");
        var file = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path));
        return file.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file)
            ? file
            : throw new RecipeException($"{Name}: there is no file {path} beside the recipe.");
    }

    /// <summary>Reads a value of a step into a class, whatever the case of the property's name.</summary>
    internal static T? Read<T>(JsonObject step, string property) =>
        step.FirstOrDefault(pair => string.Equals(pair.Key, property, StringComparison.OrdinalIgnoreCase)).Value is { } value
            ? value.Deserialize<T>(PortalJson.Compact)
            : default;
}

/// <summary>A recipe cannot be read or run; nothing of it was done.</summary>
/// <param name="message">Which recipe, which step and why.</param>
/// <param name="inner">What caused it.</param>
public sealed class RecipeException(string message, Exception? inner = null) : Exception(message, inner);
