using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Fields.Kinds;
using LearningDev.Content.Items;

namespace LearningDev.Content.Curation.Links;

/// <summary>Finds the links of an item: in fields for links, in texts, and in Markdown.</summary>
internal static class LinkReader
{
    /// <summary>The addresses that an item leads to, with the names of the fields in which each stands.</summary>
    public static IReadOnlyDictionary<string, string> Read(ContentItem item, DefinitionSet definitions)
    {
        Dictionary<string, string> found = [];
        foreach (var place in Places(item, definitions))
        {
            var urls = !place.IsAddress ? LinkTexts.Find(place.Text, place.IsMarkdown) : LinkTexts.Normal(place.Text) is { } whole ? [whole] : [];
            foreach (var url in urls)
            {
                if (!(found.TryGetValue(url, out var names) && names.Split(", ").Contains(place.Name)))
                {
                    found[url] = found.TryGetValue(url, out var before) ? $"{before}, {place.Name}" : place.Name;
                }
            }
        }

        return found;
    }

    /// <summary>Replaces an address wherever the item has it.</summary>
    /// <returns>True when it had it.</returns>
    public static bool Replace(ContentItem item, DefinitionSet definitions, string url, string with)
    {
        var changed = false;
        foreach (var place in Places(item, definitions).ToList())
        {
            var text = place.IsAddress ? LinkTexts.Normal(place.Text) == url ? with + LinkTexts.Fragment(place.Text, with) : place.Text : LinkTexts.Replace(place.Text, place.IsMarkdown, url, with);
            if (text != place.Text)
            {
                place.Json[place.Property] = text;
                changed = true;
            }
        }

        return changed;
    }

    private static IEnumerable<LinkPlace> Places(ContentItem item, DefinitionSet definitions)
    {
        if (definitions.FindType(item.ContentType) is not { } type)
        {
            yield break;
        }

        foreach (var (part, field) in definitions.FieldsOf(type))
        {
            var property = field.FieldName switch
            {
                nameof(LinkField) => nameof(LinkField.Url),
                nameof(MarkdownField) => nameof(MarkdownField.Markdown),
                nameof(TextField) when !TextFieldKind.IsList(field) => nameof(TextField.Text),
                _ => null,
            };
            if (property is not null && Text(item.Content[part.Name]?[field.Name], property) is { } text)
            {
                yield return new LinkPlace(
                    (JsonObject)item.Content[part.Name]![field.Name]!, property, text, field.DisplayName,
                    IsAddress: property == nameof(LinkField.Url), IsMarkdown: property == nameof(MarkdownField.Markdown));
            }
        }

        foreach (var part in type.Parts.Where(part => part.PartName == nameof(MarkdownBodyPart)))
        {
            if (Text(item.Content[part.Name], nameof(MarkdownBodyPart.Markdown)) is { } text)
            {
                yield return new LinkPlace((JsonObject)item.Content[part.Name]!, nameof(MarkdownBodyPart.Markdown), text, "Description", IsAddress: false, IsMarkdown: true);
            }
        }
    }

    private static string? Text(JsonNode? json, string property) =>
        json is JsonObject holder && holder[property] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;

    /// <summary>A text of an item that may hold links.</summary>
    private sealed record LinkPlace(JsonObject Json, string Property, string Text, string Name, bool IsAddress, bool IsMarkdown);
}
