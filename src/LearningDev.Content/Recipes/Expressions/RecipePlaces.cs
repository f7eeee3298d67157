using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes.Expressions;

/// <summary>
/// The place of a value in a recipe, in words that stay the same when something else is put before it: an element of an array is known by what it
/// is called (its name, its type and display text …), and numbered only among those that are called alike.
/// </summary>
internal sealed class RecipePlaces
{
    private static readonly string[] Naming = ["name", "Name", "ContentType", "DisplayText", "TargetPath", "Path", "UserName", "Alias"];

    private readonly Stack<string> path = new();

    public RecipePlaces(IReadOnlyList<JsonObject> steps, JsonObject step)
    {
        var called = NameOf(step);
        var before = steps.TakeWhile(other => !ReferenceEquals(other, step)).Count(other => NameOf(other) == called);
        path.Push(Numbered(called, before));
    }

    public void Enter(string name) => path.Push(name);

    public void Leave() => path.Pop();

    public string Path() => string.Join('/', path.Reverse());

    public static IEnumerable<(JsonNode? Element, string Place)> Elements(JsonArray array)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (var element in array)
        {
            var called = element is JsonObject json ? NameOf(json) : "";
            var before = seen.GetValueOrDefault(called);
            seen[called] = before + 1;
            yield return (element, Numbered(called, before));
        }
    }

    private static string NameOf(JsonObject json) => string.Join(
        ':', Naming.Select(name => json[name]).Append((json["TitlePart"] as JsonObject)?["Title"]).OfType<JsonValue>()
            .Select(value => value.TryGetValue<string>(out var text) ? text : "").Where(text => text.Length is > 0 and <= 200));

    private static string Numbered(string called, int before) => before == 0 ? $"[{called}]" : $"[{called}#{before + 1}]";
}
