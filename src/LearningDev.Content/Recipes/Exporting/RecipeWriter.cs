using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Writes a recipe to a stream, element by element: what is in memory is never more than one element and a small buffer.</summary>
internal sealed class RecipeWriter : IAsyncDisposable
{
    private const int MostPendingBytes = 64 * 1024;

    // Between the two, because a writer that stands on a stream writes to it at once when an element is long, and an answer over the network refuses that.
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter json;
    private readonly Stream stream;

    public RecipeWriter(Stream stream)
    {
        this.stream = stream;
        json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = PortalJson.Indented.Encoder });
    }

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
                if (buffer.WrittenCount + json.BytesPending > MostPendingBytes)
                {
                    await SendAsync(cancellation);
                }
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        await SendAsync(cancellation);
        return count;
    }

    /// <summary>Writes the end.</summary>
    public async Task EndAsync(CancellationToken cancellation)
    {
        json.WriteEndArray();
        json.WriteEndObject();
        await SendAsync(cancellation);
        await stream.WriteAsync("\n"u8.ToArray(), cancellation);
    }

    // What was not sent belongs to a recipe that could not be finished.
    public ValueTask DisposeAsync() => json.DisposeAsync();

    private async Task SendAsync(CancellationToken cancellation)
    {
        await json.FlushAsync(cancellation);
        await stream.WriteAsync(buffer.WrittenMemory, cancellation);
        buffer.ResetWrittenCount();
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
