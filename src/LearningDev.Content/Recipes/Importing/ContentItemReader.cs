using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Importing;

/// <summary>An item as a recipe has it.</summary>
/// <param name="Json">Its JSON in the recipe.</param>
/// <param name="Item">The item, without version and revision.</param>
/// <param name="Publish">True when everybody is to see it, false for a draft.</param>
/// <param name="People">The people that it names, by user name or id, each with the place where they are written.</param>
internal sealed record RecipeItem(JsonObject Json, ContentItem Item, bool Publish, IReadOnlyList<RecipePerson> People);

/// <summary>A person that an item names.</summary>
/// <param name="Name">The user name or id.</param>
/// <param name="Node">Where it stands in the recipe.</param>
/// <param name="Take">Is given the person's id.</param>
internal sealed record RecipePerson(string Name, JsonNode Node, Action<string> Take);

/// <summary>
/// Reads content items of a recipe against the definitions of their types, and names what the definitions do not know: types, parts, fields and
/// properties. What is not known is left out.
/// </summary>
internal sealed class ContentItemReader(RecipeStepContext context, DefinitionSet definitions, ContentReferences references)
{
    private static readonly string[] WellKnown =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author",
    ];

    // Orchard Core puts these on items whose types do not name them.
    private static readonly string[] PutOnByOrchard = ["ContainedPart", "TermPart", "LayerMetadata", "AuditTrailPart", "LocalizationPart", "GraphMetadata"];

    private static readonly string[] ContainedItems = ["Terms", "ContentItems", "Widgets", "MenuItems"];

    private static readonly Dictionary<string, Type> FieldTypes = new Type[]
    {
        typeof(TextField), typeof(MarkdownField), typeof(BooleanField), typeof(NumericField), typeof(DateField), typeof(DateTimeField), typeof(TimeField),
        typeof(LinkField), typeof(MediaField), typeof(TaxonomyField), typeof(ContentPickerField), typeof(UserPickerField), typeof(MultiTextField),
    }.ToDictionary(type => type.Name);

    // Properties that Orchard Core writes and the portal has no use for.
    private static readonly string[] UnusedOfFields = ["Anchors", "AttachedFileNames", "TagNames", "Target"];

    private static readonly Dictionary<string, string[]> PropertiesOfParts = new()
    {
        [nameof(TitlePart)] = [nameof(TitlePart.Title)],
        [nameof(AutoroutePart)] = [nameof(AutoroutePart.Path), "SetHomepage", "Disabled", "RouteContainedItems", "Absolute"],
        [nameof(MarkdownBodyPart)] = [nameof(MarkdownBodyPart.Markdown)],
        [nameof(AliasPart)] = [nameof(AliasPart.Alias)],
        [nameof(TaxonomyPart)] = [nameof(TaxonomyPart.TermContentType), nameof(TaxonomyPart.Terms)],
        ["TermPart"] = ["TaxonomyContentItemId"],
    };

    private const BindingFlags AnyCase = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;

    private readonly Dictionary<string, int> withoutId = new(StringComparer.Ordinal);

    /// <summary>Parts that code knows, whether or not they are defined.</summary>
    public static IReadOnlyCollection<string> KnownParts => PropertiesOfParts.Keys;

    /// <summary>Reads an item; null when it is left out, of which the report tells.</summary>
    public RecipeItem? Read(JsonObject json)
    {
        var typeName = Text(json, "ContentType");
        if (typeName.Length == 0)
        {
            context.Problem(json, "The item has no ContentType.");
            return null;
        }

        if (definitions.FindType(typeName) is not { } type)
        {
            var nearest = NearestName.Of(typeName, definitions.Types.Select(known => known.Name));
            context.Problem(json["ContentType"], $"There is no content type {typeName}.{(nearest is null ? "" : $" Do you mean {nearest}?")}");
            return null;
        }

        var publish = Flag(json, "Published") ?? true;
        if (!publish && Flag(json, "Latest") == false)
        {
            context.Problem(json, "The item is an old version, neither latest nor published. Old versions are not taken over.", RecipeProblemKind.Notice);
            return null;
        }

        List<RecipePerson> people = [];
        var item = new ContentItem
        {
            ContentItemId = Text(json, "ContentItemId"),
            ContentType = type.Name,
            DisplayText = Text(json, "DisplayText"),
            Author = Text(json, "Author") is { Length: > 0 } author ? author : null,
            CreatedUtc = Time(json, "CreatedUtc"),
            ModifiedUtc = Time(json, "ModifiedUtc"),
            PublishedUtc = Time(json, "PublishedUtc"),
        };
        if (Text(json, "Owner") is { Length: > 0 } owner)
        {
            people.Add(new RecipePerson(owner, json["Owner"]!, id => item.Owner = id));
        }

        ReadParts(json, item, type, people);
        FillIn(item, type);
        return new RecipeItem(json, item, publish, people);
    }

    private void ReadParts(JsonObject json, ContentItem item, ContentTypeDefinition type, List<RecipePerson> people)
    {
        foreach (var (name, value) in json)
        {
            if (WellKnown.Contains(name) || name.StartsWith('$') || name.StartsWith('_') || value is null)
            {
                continue;
            }

            var part = type.Parts.Find(part => part.Name == name);
            if (value is JsonObject content && part is not null)
            {
                item.Content[name] = ReadPart(part, content, people);
            }
            else if (PutOnByOrchard.Contains(name))
            {
                context.Problem(value, $"{name} is not used here.", RecipeProblemKind.Notice);
            }
            else
            {
                var nearest = NearestName.Of(name, value is JsonValue ? WellKnown : type.Parts.Select(known => known.Name));
                context.Problem(
                    value,
                    part is not null ? $"{name} must be an object."
                    : $"{(value is JsonValue ? "An item has no property" : $"The content type {type.Name} has no part")} \"{name}\".{(nearest is null ? "" : $" Do you mean {nearest}?")}");
            }
        }
    }

    private JsonObject ReadPart(ContentTypePartDefinition part, JsonObject content, List<RecipePerson> people)
    {
        var fields = definitions.FindPart(part.PartName)?.Fields ?? [];
        var properties = PropertiesOfParts.GetValueOrDefault(part.PartName) ?? [];
        var read = new JsonObject();
        foreach (var (name, value) in content)
        {
            if (fields.Find(field => field.Name == name) is { } field)
            {
                if (value is not null && ReadField(field, $"{part.Name}.{name}", value, people) is { } json)
                {
                    read[name] = json;
                }
            }
            else if (properties.Contains(name))
            {
                read[name] = value?.DeepClone();
            }
            else if (value is not null && !name.StartsWith('$') && !name.StartsWith('_'))
            {
                var nearest = NearestName.Of(name, fields.Select(known => known.Name).Concat(properties));
                context.Problem(value, $"The part {part.Name} has no field \"{name}\".{(nearest is null ? "" : $" Do you mean {nearest}?")}");
            }
        }

        return read;
    }

    private JsonObject? ReadField(ContentFieldDefinition field, string name, JsonNode value, List<RecipePerson> people)
    {
        if (!FieldTypes.TryGetValue(field.FieldName, out var type))
        {
            context.Problem(value, $"{name} is a {field.FieldName}, and there is no such kind of field.");
            return null;
        }

        object? typed = null;
        try
        {
            typed = value is JsonObject ? value.Deserialize(type, PortalJson.Compact) : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException or OverflowException or ArgumentException)
        {
            // Told below, as if it were no object at all.
        }

        if (typed is null)
        {
            context.Problem(value, $"{name} is not what a {field.FieldName} holds.");
            return null;
        }

        var json = value.DeepClone().AsObject();
        foreach (var unknown in json.Select(pair => pair.Key).Where(key => type.GetProperty(key, AnyCase) is null && !UnusedOfFields.Contains(key) && !key.StartsWith('$')).ToList())
        {
            context.Problem(value, $"A {field.FieldName} such as {name} has no property \"{unknown}\".");
            json.Remove(unknown);
        }

        references.Collect(context, name, typed, value);
        CollectPeople(typed, json, value, people);
        return json;
    }

    /// <summary>Files name people by user name, because ids differ from one portal to the next.</summary>
    private static void CollectPeople(object typed, JsonObject json, JsonNode place, List<RecipePerson> people)
    {
        if (typed is UserPickerField { UserIds: { Count: > 0 } names } && json["UserIds"] is JsonArray ids)
        {
            foreach (var (index, name) in names.Index())
            {
                people.Add(new RecipePerson(name, place, id => ids[index] = id));
            }
        }
    }

    /// <summary>Gives the item what Orchard Core would make up: an id, a title, and ids of what it contains; always the same ones.</summary>
    private void FillIn(ContentItem item, ContentTypeDefinition type)
    {
        if (item.DisplayText.Length == 0)
        {
            item.DisplayText = (item.Content[nameof(TitlePart)] as JsonObject)?["Title"]?.ToString() ?? "";
        }

        if (item.DisplayText.Length > 0 && type.Parts.Exists(part => part.PartName == nameof(TitlePart)) && item.Content[nameof(TitlePart)] is null)
        {
            item.Content[nameof(TitlePart)] = new JsonObject { ["Title"] = item.DisplayText };
        }

        if (item.ContentItemId.Length == 0)
        {
            item.ContentItemId = MadeId(context.Recipe.Name, item.ContentType, item.DisplayText);
        }

        references.Add(item.ContentItemId);
        foreach (var (name, part) in item.Content)
        {
            FillInContained(part, $"{item.ContentItemId}/{name}");
        }
    }

    private void FillInContained(JsonNode? node, string within)
    {
        foreach (var (name, value) in node as JsonObject ?? [])
        {
            if (value is JsonObject)
            {
                FillInContained(value, $"{within}/{name}");
            }

            foreach (var contained in value is JsonArray array && ContainedItems.Contains(name) ? array.OfType<JsonObject>() : [])
            {
                if (Text(contained, "ContentItemId").Length == 0)
                {
                    contained["ContentItemId"] = MadeId(within, name, Text(contained, "ContentType"), Text(contained, "DisplayText"));
                }

                references.Add(Text(contained, "ContentItemId"));
                FillInContained(contained, Text(contained, "ContentItemId"));
            }
        }
    }

    private string MadeId(params string[] words)
    {
        var key = string.Join('\n', words);
        var number = withoutId[key] = withoutId.GetValueOrDefault(key) + 1;
        return Identifiers.From(["recipe item", .. words, number.ToString(CultureInfo.InvariantCulture)]);
    }

    // Values of expressions are texts.
    private bool? Flag(JsonObject json, string name)
    {
        if (json[name] is not { } node)
        {
            return null;
        }

        if (node is JsonValue value && (value.TryGetValue<bool>(out var flag) || (value.TryGetValue<string>(out var text) && bool.TryParse(text, out flag))))
        {
            return flag;
        }

        context.Problem(node, $"{name} must be true or false.");
        return null;
    }

    private DateTime? Time(JsonObject json, string name)
    {
        if (json[name] is not { } node || Text(json, name) is "" && node is JsonValue)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(Text(json, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.UtcDateTime;
        }

        context.Problem(node, $"{name} must be a time such as 2026-11-22T09:30:00Z.");
        return null;
    }

    private string Text(JsonObject json, string name)
    {
        switch (json[name])
        {
            case null:
                return "";
            case JsonValue value:
                return value.TryGetValue<string>(out var text) ? text.Trim() : value.ToJsonString();
            case var other:
                context.Problem(other, $"{name} must be a text.");
                return "";
        }
    }
}
