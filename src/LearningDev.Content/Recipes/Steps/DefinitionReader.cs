using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;
using LearningDev.Content.Recipes.Importing;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>Reads content types and parts of a step, and names what the portal does not know: parts, kinds of field and properties.</summary>
internal sealed partial class DefinitionReader(ContentDefinitions definitions, IEnumerable<IContentField> kinds)
{
    private static readonly string[] TypeProperties = ["Name", "DisplayName", "Settings", "ContentTypePartDefinitionRecords", "Hidden"];
    private static readonly string[] TypePartProperties = ["PartName", "Name", "Settings"];
    private static readonly string[] PartProperties = ["Name", "Settings", "ContentPartFieldDefinitionRecords"];
    private static readonly string[] FieldProperties = ["FieldName", "Name", "Settings"];

    private const string FieldPlace = "ContentPartFieldSettings";

    private static readonly (string, Type)[] OfTypes = [(nameof(ContentTypeSettings), typeof(ContentTypeSettings))];

    private static readonly (string, Type)[] OfTypeParts =
        [("ContentTypePartSettings", typeof(PositionSettings)), (nameof(AutoroutePartSettings), typeof(AutoroutePartSettings))];

    private readonly HashSet<string> kinds = kinds.Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the parts of the step.</summary>
    public IEnumerable<ContentPartDefinition> Parts(RecipeStepContext context)
    {
        foreach (var json in context.Objects("ContentParts"))
        {
            context.CheckProperties(json, PartProperties);
            if (NameOf(context, json, "A content part") is not { } name)
            {
                continue;
            }

            var part = new ContentPartDefinition { Name = name, Settings = Settings(context, json, []) };
            foreach (var field in context.Objects("ContentPartFieldDefinitionRecords", json))
            {
                context.CheckProperties(field, FieldProperties);
                var kind = context.Text("FieldName", field) ?? "";
                if (!kinds.Contains(kind) && OrchardNames.Fields.Contains(kind))
                {
                    context.Problem(field, $"The part {name} has a field of the kind {kind}, which is Orchard Core's and not supported here.", RecipeProblemKind.NotSupported);
                }
                else if (!kinds.Contains(kind))
                {
                    var nearest = NearestName.Of(kind, kinds);
                    context.Problem(field, $"The part {name} has a field of the kind \"{kind}\", which is not known.{(nearest is null ? "" : $" Do you mean {nearest}?")}");
                }
                else if (NameOf(context, field, "A field") is { } fieldName)
                {
                    part.Fields.Add(new ContentFieldDefinition { FieldName = kind, Name = fieldName, Settings = Settings(context, field, SettingsOf(kind)) });
                }
            }

            yield return part;
        }
    }

    /// <summary>Reads the types of the step. A part that they have must be defined, here or before.</summary>
    public async Task<IReadOnlyList<ContentTypeDefinition>> TypesAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        var known = await definitions.GetAsync(cancellation);
        List<ContentTypeDefinition> types = [];
        foreach (var json in context.Objects("ContentTypes"))
        {
            context.CheckProperties(json, TypeProperties);
            if (NameOf(context, json, "A content type") is not { } name)
            {
                continue;
            }

            var type = new ContentTypeDefinition { Name = name, DisplayName = context.Text("DisplayName", json) ?? "", Settings = Settings(context, json, OfTypes) };
            foreach (var part in context.Objects("ContentTypePartDefinitionRecords", json))
            {
                context.CheckProperties(part, TypePartProperties);
                var partName = context.Text("PartName", part) ?? "";
                if (partName != name && known.FindPart(partName) is null && !ContentItemReader.KnownParts.Contains(partName))
                {
                    if (OrchardNames.Parts.Contains(partName))
                    {
                        context.Problem(part, $"The content type {name} has the part {partName}, which is Orchard Core's and not supported here.", RecipeProblemKind.NotSupported);
                        continue;
                    }

                    var nearest = NearestName.Of(partName, known.Parts.Select(definition => definition.Name).Concat(ContentItemReader.KnownParts));
                    context.Problem(part, $"The content type {name} has the part \"{partName}\", which is not known.{(nearest is null ? "" : $" Do you mean {nearest}?")}");
                    continue;
                }

                type.Parts.Add(new ContentTypePartDefinition
                {
                    PartName = partName,
                    Name = context.Text("Name", part) is { Length: > 0 } given ? given : partName,
                    Settings = Settings(context, part, OfTypeParts),
                });
            }

            types.Add(type);
        }

        return types;
    }

    private static string? NameOf(RecipeStepContext context, JsonObject json, string what)
    {
        var name = context.Text("Name", json) ?? "";
        if (name.Length <= 100 && NameShape().IsMatch(name))
        {
            return name;
        }

        context.Problem(context.Find("Name", json) ?? json, $"{what} needs a Name of letters, digits and underscores that begins with a letter, up to 100.");
        return null;
    }

    /// <summary>Reads settings. Those that the portal reads into a class must fit it; others are kept for what may read them.</summary>
    private static JsonObject Settings(RecipeStepContext context, JsonObject json, IReadOnlyCollection<(string Name, Type Type)> known)
    {
        var node = context.Find("Settings", json);
        if (node is not JsonObject settings)
        {
            if (node is not null)
            {
                context.Problem(node, "Settings must be an object.");
            }

            return [];
        }

        var read = settings.DeepClone().AsObject();
        foreach (var (name, type) in known.Where(setting => settings[setting.Name] is not null))
        {
            if (!Fits(settings[name]!, type))
            {
                context.Problem(settings[name], $"{name} is not what it should be.");
                read.Remove(name);
            }
        }

        return read;
    }

    private static IReadOnlyCollection<(string, Type)> SettingsOf(string kind) =>
        typeof(FieldSettings).Assembly.GetType($"{typeof(FieldSettings).Namespace}.{kind}Settings") is { } type
            ? [(FieldPlace, typeof(PositionSettings)), (nameof(TextFieldPredefinedListEditorSettings), typeof(TextFieldPredefinedListEditorSettings)), ($"{kind}Settings", type)]
            : [(FieldPlace, typeof(PositionSettings)), ($"{kind}Settings", typeof(FieldSettings))];

    private static bool Fits(JsonNode json, Type type)
    {
        try
        {
            return json is JsonObject && json.Deserialize(type, PortalJson.Compact) is not null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex NameShape();
}
