using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Definitions;

/// <summary>A content type in Orchard Core's form: a name, settings and the parts it is made of.</summary>
public sealed class ContentTypeDefinition
{
    /// <summary>The name in code and files, for example "Course".</summary>
    public string Name { get; set; } = "";

    /// <summary>The name that people read, for example "Course".</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Settings by the name of what they belong to, for example "ContentTypeSettings".</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>The parts, in the order of the file.</summary>
    [JsonPropertyName("ContentTypePartDefinitionRecords")]
    public List<ContentTypePartDefinition> Parts { get; set; } = [];

    /// <summary>Whether editors may create items of the type, and so on.</summary>
    [JsonIgnore]
    public ContentTypeSettings TypeSettings => Settings.Read<ContentTypeSettings>();

    /// <summary>Whether the type is retired, and whether people find its items.</summary>
    [JsonIgnore]
    public TypeUseSettings UseSettings => Settings.Read<TypeUseSettings>();

    /// <summary>The parts in the order in which a form shows them.</summary>
    [JsonIgnore]
    public IEnumerable<ContentTypePartDefinition> PartsInOrder => Parts.OrderBy(part => part.PartSettings.Position);
}

/// <summary>A part as a content type has it.</summary>
public sealed class ContentTypePartDefinition
{
    /// <summary>The name of the part's definition.</summary>
    public string PartName { get; set; } = "";

    /// <summary>The name under which the item's JSON holds it; the part's own name unless the type has the part more than once.</summary>
    public string Name { get; set; } = "";

    /// <summary>Settings by the name of what they belong to, for example "TitlePartSettings".</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>The position and heading of the part.</summary>
    [JsonIgnore]
    public PositionSettings PartSettings => Settings.Read<PositionSettings>("ContentTypePartSettings");
}

/// <summary>A content part in Orchard Core's form: a named group of fields that types share.</summary>
public sealed class ContentPartDefinition
{
    /// <summary>The name in code and files, for example "LearningPart".</summary>
    public string Name { get; set; } = "";

    /// <summary>Settings by the name of what they belong to, for example "ContentPartSettings".</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>The fields, in the order of the file.</summary>
    [JsonPropertyName("ContentPartFieldDefinitionRecords")]
    public List<ContentFieldDefinition> Fields { get; set; } = [];

    /// <summary>The fields in the order in which a form shows them, without those that are retired.</summary>
    [JsonIgnore]
    public IEnumerable<ContentFieldDefinition> FieldsInOrder => AllFieldsInOrder.Where(candidate => !candidate.UseSettings.Retired);

    /// <summary>The fields in their order, those that are retired among them.</summary>
    [JsonIgnore]
    public IEnumerable<ContentFieldDefinition> AllFieldsInOrder => Fields.OrderBy(candidate => candidate.FieldSettings.Position);

    /// <summary>What the part is called and for, and whether types may be given it.</summary>
    [JsonIgnore]
    public ContentPartSettings PartSettings => Settings.Read<ContentPartSettings>();

    /// <summary>The name that people read.</summary>
    [JsonIgnore]
    public string DisplayName => PartSettings.DisplayName is { Length: > 0 } name ? name : Name;
}

/// <summary>A field of a part.</summary>
public sealed class ContentFieldDefinition
{
    /// <summary>The kind of field, for example "TextField".</summary>
    public string FieldName { get; set; } = "";

    /// <summary>The field's name in the part, for example "Summary".</summary>
    public string Name { get; set; } = "";

    /// <summary>Settings by the name of what they belong to, for example "TextFieldSettings".</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>The field's display name, editor and position.</summary>
    [JsonIgnore]
    public PositionSettings FieldSettings => Settings.Read<PositionSettings>("ContentPartFieldSettings");

    /// <summary>Where the portal uses the field, and whether it is retired.</summary>
    [JsonIgnore]
    public FieldUseSettings UseSettings => Settings.Read<FieldUseSettings>();

    /// <summary>The name that people read.</summary>
    [JsonIgnore]
    public string DisplayName => FieldSettings.DisplayName is { Length: > 0 } name ? name : Name;
}

/// <summary>What editors may do with items of a type; Orchard Core's ContentTypeSettings.</summary>
public sealed class ContentTypeSettings
{
    /// <summary>Editors may create items.</summary>
    public bool Creatable { get; set; }

    /// <summary>Items stand in the editors' list.</summary>
    public bool Listable { get; set; }

    /// <summary>An item may be saved as a draft before it is published.</summary>
    public bool Draftable { get; set; }

    /// <summary>What the type is for, in a sentence for editors.</summary>
    public string Description { get; set; } = "";
}

/// <summary>Where the portal uses a type; settings of this portal's own, which Orchard Core keeps and does not read (CMS-02).</summary>
public sealed class TypeUseSettings
{
    /// <summary>No new items are made; those that there are stay.</summary>
    public bool Retired { get; set; }

    /// <summary>People find the items by searching, where no module has a search of its own for them.</summary>
    public bool Searchable { get; set; }
}

/// <summary>Where the portal uses a field; settings of this portal's own, which Orchard Core keeps and does not read (CMS-02).</summary>
public sealed class FieldUseSettings
{
    /// <summary>Forms, pages and search leave the field out; items keep what it holds.</summary>
    public bool Retired { get; set; }

    /// <summary>People narrow searches by it.</summary>
    public bool Facet { get; set; }

    /// <summary>The item's page shows it; null where the page has its own mind.</summary>
    public bool? OnPage { get; set; }

    /// <summary>Lists and search results show it.</summary>
    public bool InLists { get; set; }
}

/// <summary>What a part is called and for, and whether types may be given it; Orchard Core's ContentPartSettings.</summary>
public sealed class ContentPartSettings
{
    /// <summary>Types may be given the part.</summary>
    public bool Attachable { get; set; }

    /// <summary>The name that people read.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";
}

/// <summary>Where a part or field stands and what it is called; Orchard Core's ContentTypePartSettings and ContentPartFieldSettings.</summary>
public sealed class PositionSettings
{
    /// <summary>The name that people read.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>The name of the editor, for example "TextArea" or "PredefinedList".</summary>
    public string Editor { get; set; } = "";

    /// <summary>Lower positions come first. Files write it as text.</summary>
    [JsonConverter(typeof(PositionConverter))]
    public decimal Position { get; set; }

    private sealed class PositionConverter : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetDecimal()
            : decimal.TryParse(reader.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var position) ? position : 0;

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>Reads typed settings out of a definition's JSON.</summary>
public static class DefinitionSettings
{
    // Checking and indexing an item ask for the same settings dozens of times, and definitions are replaced rather than changed.
    private static readonly ConditionalWeakTable<JsonObject, ConcurrentDictionary<(Type, string?), object>> Known = [];

    /// <summary>Reads the settings named like the class, or by the given name; defaults when there are none. What is read is not to be changed.</summary>
    public static T Read<T>(this JsonObject settings, string? name = null) where T : class, new() =>
        (T)Known.GetOrCreateValue(settings).GetOrAdd((typeof(T), name), static (key, json) =>
            json[key.Item2 ?? typeof(T).Name] is JsonObject found ? found.Deserialize<T>(PortalJson.Compact) ?? new T() : new T(), settings);
}
