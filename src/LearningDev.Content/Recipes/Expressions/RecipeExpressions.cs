using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Reading;

namespace LearningDev.Content.Recipes.Expressions;

/// <summary>
/// Evaluates the expressions of one recipe, such as <c>[js: uuid()]</c> and <c>[file:text('path')]</c>: texts that begin with a bracket, letters
/// and a colon and end with a bracket. Other texts in brackets stay as they are. A value that is an expression again is evaluated again.
/// </summary>
internal sealed class RecipeExpressions
{
    private const int MostRounds = 10;
    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Recipe recipe;
    private readonly RecipeFunctions functions;
    private readonly RecipeScripts scripts;
    private readonly RecipeLimits limits;
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);

    /// <param name="recipe">The recipe.</param>
    /// <param name="functions">The functions that are the same in every recipe of the run.</param>
    /// <param name="scripts">The run's script engine.</param>
    /// <param name="limits">What expressions may read.</param>
    public RecipeExpressions(Recipe recipe, RecipeFunctions functions, RecipeScripts scripts, RecipeLimits limits)
    {
        this.recipe = recipe;
        this.functions = functions;
        this.scripts = scripts;
        this.limits = limits;
    }

    /// <summary>True when the text is an expression.</summary>
    public static bool IsExpression(string text)
    {
        if (text.Length < 4 || text[0] != '[' || text[^1] != ']')
        {
            return false;
        }

        var letters = text.AsSpan(1).IndexOfAnyExcept(Letters);
        return letters > 0 && text[letters + 1] == ':';
    }

    /// <summary>A copy of a step with every expression replaced by its value.</summary>
    /// <param name="step">The step as the file has it.</param>
    /// <param name="problem">Is told of an expression that has no value, which then stays as it is: the line, and why.</param>
    public (JsonObject Step, RecipeLines Lines) Evaluate(JsonObject step, Action<int, string> problem)
    {
        var lines = new RecipeLines();
        return ((JsonObject)Copy(step, lines, new RecipePlaces(recipe.Steps, step), problem)!, lines);
    }

    private JsonNode? Copy(JsonNode? node, RecipeLines lines, RecipePlaces places, Action<int, string> problem)
    {
        if (node is null)
        {
            return null;
        }

        JsonNode copy;
        switch (node)
        {
            case JsonObject json:
                var properties = new JsonObject();
                foreach (var (name, value) in json)
                {
                    places.Enter(name);
                    properties.Add(name, Copy(value, lines, places, problem));
                    places.Leave();
                }

                copy = properties;
                break;
            case JsonArray array:
                var elements = new JsonArray();
                foreach (var (element, place) in RecipePlaces.Elements(array))
                {
                    places.Enter(place);
                    elements.Add(Copy(element, lines, places, problem));
                    places.Leave();
                }

                copy = elements;
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && IsExpression(text):
                copy = JsonValue.Create(Value(text, recipe.Lines.Of(node), places, problem));
                break;
            default:
                copy = node.DeepClone();
                break;
        }

        lines.Set(copy, recipe.Lines.Of(node));
        return copy;
    }

    private string Value(string text, int line, RecipePlaces places, Action<int, string> problem)
    {
        try
        {
            return Evaluate(text, places.Path());
        }
        catch (RecipeExpressionException fault)
        {
            problem(line, $"The expression {Shorten(text)} has no value. {fault.Message}");
            return text;
        }
    }

    private string Evaluate(string text, string place)
    {
        for (var round = 0; IsExpression(text); round++)
        {
            if (round == MostRounds)
            {
                throw new RecipeExpressionException($"Its value is an expression again, more than {MostRounds} times.");
            }

            text = EvaluateOnce(text, round == 0 ? place : $"{place}#{round}");
        }

        return text;
    }

    private string EvaluateOnce(string text, string place)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var directive = text[(colon + 1)..^1];
        return text[1..colon] switch
        {
            "js" => Script(directive, place),
            "file" => FileText(directive),
            var engine => throw new RecipeExpressionException($"There is no engine \"{engine}\". Engines are js and file."),
        };
    }

    private string Script(string script, string place)
    {
        var uuids = 0;
        if (RecipeCall.Read(script) is { } call && RecipeFunctions.Names.Contains(call.Function))
        {
            return Call(call.Function, call.Arguments);
        }

        return scripts.Evaluate(script, Call);

        string Call(string function, IReadOnlyList<string?> arguments) => function switch
        {
            "uuid" => RecipeFunctions.Uuid(recipe, uuids++ == 0 ? place : $"{place}+{uuids}"),
            "variables" => Variable(arguments is [{ } name, ..] ? name : ""),
            _ => functions.Call(function, arguments),
        };
    }

    /// <summary>A variable's value: evaluated when it is first asked for, and the same ever after.</summary>
    private string Variable(string name)
    {
        if (variables.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!recipe.Variables.TryGetPropertyValue(name, out var variable) || variable is null)
        {
            throw new RecipeExpressionException($"There is no variable {name}.");
        }

        if (!begun.Add(name))
        {
            throw new RecipeExpressionException($"The variable {name} needs itself.");
        }

        try
        {
            return variables[name] = Evaluate(variable is JsonValue value && value.TryGetValue<string>(out var text) ? text : variable.ToJsonString(), $"variables.{name}");
        }
        finally
        {
            begun.Remove(name);
        }
    }

    private string FileText(string directive)
    {
        if (RecipeCall.Read(directive) is not { Function: "text" or "base64", Arguments: [var path] } call)
        {
            throw new RecipeExpressionException("Write [file:text('path')] or [file:base64('path')].");
        }

        try
        {
            var file = recipe.FileBeside(path);
            if (new FileInfo(file).Length > limits.MaximumBytes)
            {
                throw new RecipeExpressionException($"{path} is larger than {limits.MaximumMegabytes}MB.");
            }

            return call.Function == "text" ? File.ReadAllText(file, Encoding.UTF8) : Convert.ToBase64String(File.ReadAllBytes(file));
        }
        catch (Exception fault) when (fault is RecipeException or IOException or UnauthorizedAccessException)
        {
            throw new RecipeExpressionException(fault is RecipeException ? $"There is no file {path} beside the recipe." : $"{path} cannot be read.", fault);
        }
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : $"{text[..100]}…";
}
