using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Platform.Data;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Content.Recipes;

/// <summary>
/// Evaluates Orchard Core's expressions in a recipe: <c>[js: uuid()]</c>, <c>[js: variables('x')]</c>,
/// <c>[js: configuration('key')]</c> and <c>[file:text('path')]</c>. Other text in square brackets stays as it is.
/// </summary>
internal sealed partial class RecipeExpressions(Recipe recipe, IConfiguration configuration)
{
    private readonly Dictionary<string, string> evaluated = [];

    /// <summary>A copy of the JSON with every expression replaced by its value.</summary>
    public JsonNode? Evaluate(JsonNode? node) => node switch
    {
        JsonObject json => new JsonObject(json.Select(pair => KeyValuePair.Create(pair.Key, Evaluate(pair.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Evaluate)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Evaluate(text)),
        _ => node?.DeepClone(),
    };

    private string Evaluate(string text)
    {
        if (Directive().Match(text) is not { Success: true } directive)
        {
            return text;
        }

        var argument = directive.Groups["argument"].Value;
        return (directive.Groups["engine"].Value, directive.Groups["function"].Value) switch
        {
            ("js", "uuid") => Identifiers.New(),
            ("js", "variables") => Variable(argument),
            ("js", "configuration") => configuration[argument] ?? "",
            ("file", "text") => File.ReadAllText(recipe.FileBeside(argument)),
            _ => throw new RecipeException($"{recipe.Name}: the expression {text} is not supported."),
        };
    }

    private string Variable(string name)
    {
        if (evaluated.TryGetValue(name, out var value))
        {
            return value;
        }

        if (recipe.Variables[name] is not JsonValue variable)
        {
            throw new RecipeException($"{recipe.Name}: there is no variable {name}.");
        }

        evaluated.Add(name, $"[js: variables('{name}')]");
        return evaluated[name] = Evaluate(variable.ToString());
    }

    [GeneratedRegex(@"^\[(?<engine>js|file)\s*:\s*(?<function>[A-Za-z]+)\(\s*(?:'(?<argument>[^']*)')?\s*\)\s*;?\s*\]$")]
    private static partial Regex Directive();
}
