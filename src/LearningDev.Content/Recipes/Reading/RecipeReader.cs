using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes.Reading;

/// <summary>
/// Reads JSON in Orchard Core's dialect (comments, trailing commas and a byte order mark are allowed), and keeps on which line each value begins.
/// Names that stand twice in an object, numbers that no program can hold, broken UTF-8, deep nesting and too many values are refused with their line.
/// </summary>
internal sealed class RecipeReader
{
    /// <summary>The deepest nesting; what the portal keeps as JSON has the same limit.</summary>
    public const int MaximumDepth = 64;

    private const int LongestNumber = 64;
    private static readonly byte[] Utf8Mark = [0xEF, 0xBB, 0xBF];

    private readonly string file;
    private readonly int maximumValues;
    private readonly RecipeLines lines = new();
    private int values;
    private long counted;
    private int line = 1;

    private RecipeReader(string file, int maximumValues)
    {
        this.file = file;
        this.maximumValues = maximumValues;
    }

    /// <exception cref="RecipeException">The bytes are no such JSON; the message names the line.</exception>
    public static (JsonNode? Root, RecipeLines Lines) Read(ReadOnlySpan<byte> utf8, string file, RecipeLimits limits)
    {
        if (utf8.Length > limits.MaximumBytes)
        {
            throw TooLarge(file, limits);
        }

        if (utf8 is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            throw new RecipeException($"{file} is written in UTF-16. Save it as UTF-8.") { Line = 1 };
        }

        var reader = new RecipeReader(file, limits.MaximumValues);
        return (reader.ReadRoot(utf8.StartsWith(Utf8Mark) ? utf8[Utf8Mark.Length..] : utf8), reader.lines);
    }

    public static RecipeException TooLarge(string file, RecipeLimits limits) =>
        new($"{file} is larger than {limits.MaximumMegabytes}MB, which is the most that a recipe may have.");

    private JsonNode? ReadRoot(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = MaximumDepth,
        });
        try
        {
            Advance(ref reader, utf8);
            var root = ReadValue(ref reader, utf8);
            reader.Read();
            return root;
        }
        catch (JsonException fault)
        {
            var at = (int)(fault.LineNumber ?? 0) + 1;
            throw new RecipeException($"{file} is not valid JSON at line {at}: {Reason(fault)}", fault) { Line = at };
        }
    }

    private JsonNode? ReadValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (++values > maximumValues)
        {
            throw Fault($"has more than {maximumValues} values, which is the most that a recipe may have");
        }

        var begins = line;
        JsonNode? node = reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(ref reader, utf8),
            JsonTokenType.StartArray => ReadArray(ref reader, utf8),
            JsonTokenType.String => JsonValue.Create(ReadText(ref reader)),
            JsonTokenType.Number => ReadNumber(ref reader),
            JsonTokenType.True => JsonValue.Create(true),
            JsonTokenType.False => JsonValue.Create(false),
            _ => null,
        };
        if (node is not null)
        {
            lines.Set(node, begins);
        }

        return node;
    }

    private JsonObject ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var json = new JsonObject();
        for (Advance(ref reader, utf8); reader.TokenType != JsonTokenType.EndObject; Advance(ref reader, utf8))
        {
            var name = ReadText(ref reader);
            var at = line;
            Advance(ref reader, utf8);
            var value = ReadValue(ref reader, utf8);
            if (!json.TryAdd(name, value))
            {
                throw Fault($"names \"{Shorten(name)}\" twice in one object", at);
            }
        }

        return json;
    }

    private JsonArray ReadArray(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var json = new JsonArray();
        for (Advance(ref reader, utf8); reader.TokenType != JsonTokenType.EndArray; Advance(ref reader, utf8))
        {
            json.Add(ReadValue(ref reader, utf8));
        }

        return json;
    }

    private string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw Fault("has a text that is not valid UTF-8", inner: fault);
        }
    }

    // Kept as it stands in the file, so that code may read it as any kind of number.
    private JsonValue ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > LongestNumber || !reader.TryGetDecimal(out _))
        {
            throw Fault($"has the number {Shorten(Encoding.ASCII.GetString(reader.ValueSpan))}, which is too large or too long");
        }

        return JsonValue.Create(JsonElement.ParseValue(ref reader))!;
    }

    private void Advance(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!reader.Read())
        {
            throw Fault("ends too early");
        }

        var at = reader.TokenStartIndex;
        line += utf8[(int)counted..(int)at].Count((byte)'\n');
        counted = at;
    }

    private RecipeException Fault(string what, int? at = null, Exception? inner = null) =>
        new($"{file} cannot be read at line {at ?? line}: it {what}.", inner) { Line = at ?? line };

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text[..40]}…";

    // The library's message ends with its own count of lines, from 0.
    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0];
}
