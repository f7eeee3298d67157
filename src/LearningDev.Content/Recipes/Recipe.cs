using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Recipes.Reading;

namespace LearningDev.Content.Recipes;

/// <summary>A recipe in Orchard Core's form: steps that set up or change a portal (CMS-05).</summary>
public sealed class Recipe
{
    private const string VariablesKey = "variables";
    private const string StepsKey = "steps";

    private Recipe(JsonObject envelope, RecipeLines lines, string path)
    {
        Lines = lines;
        Path = path;
        Name = Metadata(envelope, "name") is { Length: > 0 } name ? name : NameOf(path);
        DisplayName = Metadata(envelope, "displayName");
        Description = Metadata(envelope, "description");
        Author = Metadata(envelope, "author");
        Website = Metadata(envelope, "website");
        Version = Metadata(envelope, "version");
        IsSetupRecipe = string.Equals(Metadata(envelope, "issetuprecipe"), "true", StringComparison.OrdinalIgnoreCase);
        Categories = List(envelope, "categories");
        Tags = List(envelope, "tags");
    }

    /// <summary>The name by which other recipes run this one; the file's name when the recipe gives none.</summary>
    public string Name { get; }

    /// <summary>The name that people read; empty when the recipe gives none.</summary>
    public string DisplayName { get; }

    /// <summary>What the recipe does; empty when the recipe does not say.</summary>
    public string Description { get; }

    /// <summary>Who wrote it.</summary>
    public string Author { get; }

    /// <summary>The address of whoever wrote it.</summary>
    public string Website { get; }

    /// <summary>The recipe's version, for example "1.0.0".</summary>
    public string Version { get; }

    /// <summary>True when the recipe is meant for an empty portal.</summary>
    public bool IsSetupRecipe { get; }

    /// <summary>The categories that it is listed under.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The path of the recipe's file; empty when it was not read from a file.</summary>
    public string Path { get; }

    /// <summary>What is wrong with it that does not keep it from being read.</summary>
    public IReadOnlyList<RecipeProblem> Problems { get; private init; } = [];

    /// <summary>The variables, not evaluated yet.</summary>
    internal JsonObject Variables { get; private init; } = [];

    /// <summary>The steps in order, not evaluated yet.</summary>
    internal IReadOnlyList<JsonObject> Steps { get; private init; } = [];

    internal RecipeLines Lines { get; }

    /// <summary>Reads a recipe. Comments, trailing commas and a byte order mark are allowed.</summary>
    /// <param name="json">The recipe's text.</param>
    /// <param name="path">The path of its file, by which it names other files.</param>
    /// <exception cref="RecipeException">The text is no recipe; the message names the line.</exception>
    public static Recipe Parse(string json, string path = "") => Parse(Encoding.UTF8.GetBytes(json), path);

    /// <summary>Reads a recipe in UTF-8. Comments, trailing commas and a byte order mark are allowed.</summary>
    /// <param name="utf8">The recipe's bytes.</param>
    /// <param name="path">The path of its file, by which it names other files.</param>
    /// <param name="limits">How large it may be; the defaults unless given.</param>
    /// <exception cref="RecipeException">The text is no recipe; the message names the line.</exception>
    public static Recipe Parse(ReadOnlySpan<byte> utf8, string path = "", RecipeLimits? limits = null)
    {
        var file = System.IO.Path.GetFileName(path) is { Length: > 0 } name ? name : "The recipe";
        var (root, lines) = RecipeReader.Read(utf8, file, limits ?? new RecipeLimits());
        if (root is not JsonObject envelope)
        {
            throw new RecipeException($"{file} is no recipe: it must be a JSON object.") { Line = 1 };
        }

        if (!envelope.TryGetPropertyValue(StepsKey, out var steps))
        {
            throw InOtherCase(envelope, StepsKey) is { } wrong
                ? new RecipeException($"{file}, line {lines.Of(wrong.Value)}: \"{wrong.Key}\" must be written \"{StepsKey}\".") { Line = lines.Of(wrong.Value) }
                : new RecipeException($"{file} has no steps.") { Line = 1 };
        }

        if (steps is not JsonArray array)
        {
            throw new RecipeException($"{file}, line {lines.Of(steps ?? envelope)}: steps must be an array.") { Line = lines.Of(steps ?? envelope) };
        }

        return new Recipe(envelope, lines, path)
        {
            Variables = envelope[VariablesKey] as JsonObject ?? [],
            Problems = [.. ProblemsOf(envelope, lines, path)],
            Steps = [.. array.Select((step, index) => step as JsonObject ?? throw new RecipeException(
                $"{file}, line {lines.Of(step ?? array)}: step {index + 1} is no JSON object.") { Line = lines.Of(step ?? array) })],
        };
    }

    /// <summary>The full path of a file that lies beside the recipe or below its folder.</summary>
    /// <exception cref="RecipeException">There is none, or it lies elsewhere.</exception>
    public string FileBeside(string path)
    {
        if (Path.Length > 0 && path.Length > 0 && !path.Contains('\0', StringComparison.Ordinal))
        {
            var folder = System.IO.Path.GetFullPath(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!);
            var file = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, path.Replace('\\', '/')));
            if (file.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(file) && !LeadsElsewhere(file, folder))
            {
                return file;
            }
        }

        throw new RecipeException($"{Name}: there is no file {path} beside the recipe.");
    }

    /// <summary>True when the file, or a folder on the way to it, is a link: it could lead anywhere.</summary>
    private static bool LeadsElsewhere(string file, string folder)
    {
        for (FileSystemInfo? at = new FileInfo(file); at is not null && at.FullName.Length > folder.Length; at = Directory.GetParent(at.FullName))
        {
            if (at.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<RecipeProblem> ProblemsOf(JsonObject envelope, RecipeLines lines, string path)
    {
        var name = Metadata(envelope, "name") is { Length: > 0 } given ? given : NameOf(path);
        if (envelope[VariablesKey] is { } variables and not JsonObject)
        {
            yield return new RecipeProblem(name, lines.Of(variables), "", $"\"{VariablesKey}\" must be an object of texts.");
        }

        if (InOtherCase(envelope, VariablesKey) is { } wrong)
        {
            yield return new RecipeProblem(name, lines.Of(wrong.Value ?? envelope), "", $"\"{wrong.Key}\" must be written \"{VariablesKey}\".");
        }

        if (InOtherCase(envelope, StepsKey) is { } other)
        {
            yield return new RecipeProblem(name, lines.Of(other.Value ?? envelope), "", $"\"{other.Key}\" must be written \"{StepsKey}\".");
        }
    }

    private static KeyValuePair<string, JsonNode?>? InOtherCase(JsonObject envelope, string key)
    {
        foreach (var pair in envelope)
        {
            if (pair.Key != key && string.Equals(pair.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return pair;
            }
        }

        return null;
    }

    private static JsonNode? Find(JsonObject envelope, string key) =>
        envelope.FirstOrDefault(pair => string.Equals(pair.Key, key, StringComparison.OrdinalIgnoreCase)).Value;

    private static string Metadata(JsonObject envelope, string key) =>
        Find(envelope, key) is JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>().Trim() : value.ToJsonString() : "";

    private static IReadOnlyList<string> List(JsonObject envelope, string key) =>
        Find(envelope, key) is JsonArray array ? [.. array.OfType<JsonValue>().Select(value => value.ToString())] : [];

    private static string NameOf(string path)
    {
        var file = System.IO.Path.GetFileName(path);
        return file.EndsWith(RecipeFiles.Ending, StringComparison.OrdinalIgnoreCase) ? file[..^RecipeFiles.Ending.Length] : System.IO.Path.GetFileNameWithoutExtension(file);
    }
}
