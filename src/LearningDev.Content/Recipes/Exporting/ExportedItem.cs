using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes.Importing;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>Writes a version of a content item as Orchard Core does: the well-known properties in their order, with explicit nulls, then the parts.</summary>
internal static class ExportedItem
{
    /// <summary>Orchard Core's form of a moment, to the second.</summary>
    private const string Moment = "yyyy-MM-ddTHH:mm:ssZ";

    /// <summary>The version as JSON.</summary>
    /// <param name="item">The version. Its parts are moved into the result.</param>
    /// <param name="latest">Whether it is the newest that is exported of its item.</param>
    /// <param name="userNames">The user names of people by id: ids differ from one portal to the next.</param>
    public static JsonObject Write(ContentItem item, bool latest, IReadOnlyDictionary<string, string> userNames)
    {
        JsonObject json = new()
        {
            ["ContentItemId"] = item.ContentItemId,
            ["ContentItemVersionId"] = item.ContentItemVersionId,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = Text(item.ModifiedUtc),
            ["PublishedUtc"] = Text(item.PublishedUtc),
            ["CreatedUtc"] = Text(item.CreatedUtc),
            ["Owner"] = item.Owner is { } owner ? userNames.GetValueOrDefault(owner, owner) : null,
            ["Author"] = item.Author,
        };
        foreach (var (name, part) in item.Content.ToList())
        {
            item.Content.Remove(name);
            NamePeople(part, userNames);
            json[name] = part;
        }

        return json;
    }

    /// <summary>Leaves out what the item still holds of fields and parts that its type does not have any more: nobody could read it in.</summary>
    public static void LeaveOutRemoved(ContentItem item, DefinitionSet definitions)
    {
        if (definitions.FindType(item.ContentType) is not { } type)
        {
            return;
        }

        foreach (var (name, content) in item.Content.ToList())
        {
            var part = type.Parts.Find(one => one.Name == name);
            if (part is null && definitions.FindPart(name) is not null)
            {
                item.Content.Remove(name);
            }
            else if (part is not null && !ContentItemReader.KnownParts.Contains(part.PartName) && definitions.FindPart(part.PartName) is { } definition && content is JsonObject fields)
            {
                foreach (var gone in fields.Select(pair => pair.Key).Where(key => !definition.Fields.Exists(field => field.Name == key)).ToList())
                {
                    fields.Remove(gone);
                }
            }
        }
    }

    private static string? Text(DateTime? moment) => moment?.ToUniversalTime().ToString(Moment, CultureInfo.InvariantCulture);

    private static void NamePeople(JsonNode? node, IReadOnlyDictionary<string, string> userNames)
    {
        switch (node)
        {
            case JsonObject json:
                foreach (var (name, value) in json)
                {
                    if (name == "UserIds" && value is JsonArray people)
                    {
                        for (var index = 0; index < people.Count; index++)
                        {
                            if (people[index] is JsonValue id && id.TryGetValue<string>(out var text) && userNames.TryGetValue(text, out var userName))
                            {
                                people[index] = userName;
                            }
                        }
                    }
                    else
                    {
                        NamePeople(value, userNames);
                    }
                }

                break;
            case JsonArray array:
                foreach (var inner in array)
                {
                    NamePeople(inner, userNames);
                }

                break;
            default:
                break;
        }
    }
}
