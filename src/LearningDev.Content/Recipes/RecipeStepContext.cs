using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Reading;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes;

/// <summary>A step of a recipe while it is carried out: its JSON with the expressions evaluated, and who is told of changes and problems.</summary>
public sealed class RecipeStepContext
{
    private readonly RecipeLines lines;
    private readonly RecipeProgress progress;
    private readonly int line;

    internal RecipeStepContext(Recipe recipe, string stepName, JsonObject step, RecipeLines lines, RecipeProgress progress)
    {
        Recipe = recipe;
        StepName = stepName;
        Step = step;
        this.lines = lines;
        this.progress = progress;
        line = lines.Of(step);
    }

    /// <summary>The recipe that the step stands in.</summary>
    public Recipe Recipe { get; }

    /// <summary>The step's name as the file writes it.</summary>
    public string StepName { get; }

    /// <summary>The step's JSON with its expressions evaluated.</summary>
    public JsonObject Step { get; }

    /// <summary>How the recipe is run.</summary>
    public RecipeRunOptions Options => progress.Options;

    internal RecipeProgress Progress => progress;

    /// <summary>The line on which a value of the step begins; of the value that holds it, when its own is not known.</summary>
    public int Line(JsonNode? node) => node is null ? line : lines.Of(node) is > 0 and var known ? known : line;

    /// <summary>Tells of a change.</summary>
    public void Changed(RecipeAction action, string kind, string id, string name, string detail = "") =>
        progress.Add(new RecipeChange(Recipe.Name, StepName, action, kind, id, name, detail));

    /// <summary>
    /// Tells of a problem. Returns when the run goes on past it (in a dry run, when it was told to, and for a mere notice); the step then leaves out
    /// what the problem is about.
    /// </summary>
    /// <param name="at">The value that the problem is about; null for the step as a whole.</param>
    /// <param name="message">What is wrong, as a sentence that names the value.</param>
    /// <param name="kind">How grave it is.</param>
    public void Problem(JsonNode? at, string message, RecipeProblemKind kind = RecipeProblemKind.Fault) =>
        progress.Add(new RecipeProblem(Recipe.Name, Line(at), StepName, message) { Kind = kind });

    /// <summary>Finds a value of the step, or of an object in it, whatever the case of its name; null when there is none.</summary>
    public JsonNode? Find(string property, JsonObject? within = null)
    {
        var json = within ?? Step;
        return json.TryGetPropertyValue(property, out var exact)
            ? exact
            : json.FirstOrDefault(pair => string.Equals(pair.Key, property, StringComparison.OrdinalIgnoreCase)).Value;
    }

    /// <summary>The text of a value, whatever the case of its name; null when there is none or it is an object or an array.</summary>
    public string? Text(string property, JsonObject? within = null) =>
        Find(property, within) is JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : null;

    /// <summary>The elements of an array of the step; empty when there is none. A value that is no array is a problem.</summary>
    public IReadOnlyList<JsonNode?> Items(string property, JsonObject? within = null)
    {
        switch (Find(property, within))
        {
            case null:
                return [];
            case JsonArray array:
                return [.. array];
            case var other:
                Problem(other, $"{property} must be an array.");
                return [];
        }
    }

    /// <summary>The objects in an array of the step; an element that is no object is a problem.</summary>
    public IEnumerable<JsonObject> Objects(string property, JsonObject? within = null)
    {
        foreach (var item in Items(property, within))
        {
            if (item is JsonObject json)
            {
                yield return json;
            }
            else
            {
                Problem(item, $"{property} must hold objects only.");
            }
        }
    }

    /// <summary>The texts in an array of the step; an element that is no text is a problem.</summary>
    public IEnumerable<(string Text, JsonNode Node)> Texts(string property, JsonObject? within = null)
    {
        foreach (var item in Items(property, within))
        {
            if (item is JsonValue value && value.TryGetValue<string>(out var text))
            {
                yield return (text, item);
            }
            else
            {
                Problem(item, $"{property} must hold texts only.");
            }
        }
    }

    /// <summary>
    /// Tells of each property of an object that is none of those known, whatever their case. Names that begin with "$" or "_" are remarks and passed over.
    /// </summary>
    /// <param name="json">The object.</param>
    /// <param name="known">The names that it may have.</param>
    public void CheckProperties(JsonObject json, params IReadOnlyCollection<string> known)
    {
        foreach (var (name, value) in json)
        {
            if (!name.StartsWith('$') && !name.StartsWith('_') && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var nearest = NearestName.Of(name, known);
                Problem(value ?? json, $"There is no property \"{name}\" here.{(nearest is null ? "" : $" Do you mean {nearest}?")}");
            }
        }
    }

    /// <summary>Has something done when all steps of the run are done, once for each key.</summary>
    internal void AtEnd(string key, Func<CancellationToken, Task> action) => progress.AtEnd.TryAdd(key, action);

    /// <summary>Reads a value into a class, whatever the case of names; null when it cannot be read, which is a problem.</summary>
    public T? Read<T>(JsonNode node) where T : class
    {
        try
        {
            return node.Deserialize<T>(PortalJson.Compact);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NotSupportedException or FormatException or ArgumentException)
        {
            Problem(node, fault is JsonException { Path: { Length: > 1 } path } ? $"{path.TrimStart('$', '.')} is not what it should be." : "This is not what it should be.");
            return null;
        }
    }
}
