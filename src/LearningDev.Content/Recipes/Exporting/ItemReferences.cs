using System.Text.Json;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>
/// What a content item's JSON refers to. It goes by the names that Orchard Core's fields and parts have, wherever they stand, so that items inside items and fields of
/// kinds that the portal does not know are seen too.
/// </summary>
internal sealed class ItemReferences
{
    private const string MediaAddress = "/media/";

    private static readonly System.Buffers.SearchValues<char> EndsOfAddress = System.Buffers.SearchValues.Create(" \t\r\n()[]<>\"'?#\\`");

    /// <summary>The ids of other items: picked ones, taxonomies, lists that the item stands in.</summary>
    public HashSet<string> Items { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of the types of the items inside it.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The paths of files of the media library.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The ids of people.</summary>
    public HashSet<string> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the parts of an item.</summary>
    /// <param name="json">The item's parts by name.</param>
    public static ItemReferences Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var found = new ItemReferences();
        foreach (var part in document.RootElement.EnumerateObject())
        {
            found.Read(part.Value);
        }

        return found;
    }

    private void Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Read(property);
                }

                break;
            case JsonValueKind.Array:
                foreach (var inner in element.EnumerateArray())
                {
                    Read(inner);
                }

                break;
            case JsonValueKind.String:
                ReadText(element.GetString()!);
                break;
            default:
                break;
        }
    }

    private void Read(JsonProperty property)
    {
        switch (property.Name)
        {
            case "ContentItemIds":
                AddAll(Items, property.Value);
                break;
            case "TaxonomyContentItemId" or "ListContentItemId":
                Add(Items, property.Value);
                break;
            case "UserIds":
                AddAll(People, property.Value);
                break;
            case "Paths":
                AddAll(Files, property.Value);
                break;
            case "ContentType" or "TermContentType":
                Add(Types, property.Value);
                break;
            default:
                Read(property.Value);
                break;
        }
    }

    private void ReadText(string text)
    {
        for (var at = text.IndexOf(MediaAddress, StringComparison.Ordinal); at >= 0; at = text.IndexOf(MediaAddress, at + 1, StringComparison.Ordinal))
        {
            // An address of another place, such as "https://example.org/media/…", is no file of the portal's.
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '/' or '.' or '-'))
            {
                continue;
            }

            var path = text.AsSpan(at + MediaAddress.Length);
            var end = path.IndexOfAny(EndsOfAddress);
            path = (end < 0 ? path : path[..end]).TrimEnd(".,;:!");
            if (path.Length > 0)
            {
                Files.Add(Uri.UnescapeDataString(path.ToString()));
            }
        }
    }

    private static void AddAll(HashSet<string> found, JsonElement list)
    {
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in list.EnumerateArray())
            {
                Add(found, element);
            }
        }
    }

    private static void Add(HashSet<string> found, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text)
        {
            found.Add(text);
        }
    }
}
