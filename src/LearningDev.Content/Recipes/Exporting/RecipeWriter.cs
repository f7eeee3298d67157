using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Writes a recipe to a stream, element by element: what is in memory is never more than one element and a small buffer.</summary>
internal sealed class RecipeWriter(Stream stream) : IAsyncDisposable
{
    private const int MostPendingBytes = 64 * 1024;

    private readonly Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = PortalJson.Indented.Encoder });

    /// <summary>Writes the beginning: what stands before the steps, in Orchard Core's order.</summary>
    public void Begin(RecipeExportOptions options, string author, DateTime utc)
    {
        json.WriteStartObject();
        json.WriteString("name", options.Name);
        json.WriteString("displayName", options.DisplayName);
        json.WriteString("description", options.Description);
        json.WriteString("author", author);
        json.WriteString("website", "");
        json.WriteString("version", "1.0.0");
        json.WriteBoolean("issetuprecipe", false);
        json.WriteString("exportUtc", utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteStartArray("categories");
        json.WriteEndArray();
        json.WriteStartArray("tags");
        json.WriteEndArray();
        json.WriteStartObject("variables");
        json.WriteEndObject();
        json.WriteStartArray("steps");
    }

    /// <summary>Writes a step.</summary>
    /// <returns>How many elements its list has.</returns>
    public async Task<int> WriteAsync(ExportedStep step, CancellationToken cancellation)
    {
        json.WriteStartObject();
        json.WriteString("name", step.Name);
        foreach (var (name, value) in step.Values)
        {
            json.WritePropertyName(name);
            Write(value);
        }

        var count = 0;
        if (step.ListName is { } list)
        {
            json.WriteStartArray(list);
            await foreach (var element in (step.List ?? AsyncEnumerable.Empty<JsonNode>()).WithCancellation(cancellation))
            {
                Write(element);
                count++;
                if (json.BytesPending > MostPendingBytes)
                {
                    await json.FlushAsync(cancellation);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        return count;
    }

    /// <summary>Writes the end.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    public ValueTask DisposeAsync()
    {
        // What was not flushed belongs to a recipe that could not be finished.
        json.Reset(Stream.Null);
        return json.DisposeAsync();
    }

    private void Write(JsonNode? node)
    {
        if (node is null)
        {
            json.WriteNullValue();
        }
        else
        {
            node.WriteTo(json);
        }
    }
}
