using System.Collections.Concurrent;

namespace LearningDev.Content.Definitions;

/// <summary>All content types and parts at a moment; not to be changed.</summary>
public sealed class DefinitionSet
{
    private readonly Dictionary<string, ContentTypeDefinition> types;
    private readonly Dictionary<string, ContentPartDefinition> parts;
    private readonly ConcurrentDictionary<string, IReadOnlyList<(ContentTypePartDefinition Part, ContentFieldDefinition Field)>> fields = new();

    private readonly Dictionary<(string Kind, string Name), int> versions;

    internal DefinitionSet(
        IEnumerable<ContentTypeDefinition> types, IEnumerable<ContentPartDefinition> parts, IReadOnlyDictionary<(string Kind, string Name), int> versions)
    {
        this.versions = new(versions);
        this.types = types.ToDictionary(type => type.Name, StringComparer.OrdinalIgnoreCase);
        this.parts = parts.ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The content types.</summary>
    public IReadOnlyCollection<ContentTypeDefinition> Types => types.Values;

    /// <summary>The content parts.</summary>
    public IReadOnlyCollection<ContentPartDefinition> Parts => parts.Values;

    /// <summary>Finds a type by name, without regard to case; null when there is none.</summary>
    public ContentTypeDefinition? FindType(string name) => types.GetValueOrDefault(name);

    /// <summary>Finds a part by name, without regard to case; null when there is none.</summary>
    public ContentPartDefinition? FindPart(string name) => parts.GetValueOrDefault(name);

    /// <summary>The version of a type ("Type") or part ("Part"), which rises with each save; 0 for one that there is not.</summary>
    internal int VersionOf(string kind, string name) => versions.GetValueOrDefault((kind, name));

    /// <summary>The names of the types that have a part.</summary>
    public IEnumerable<string> TypesWith(string partName) => types.Values
        .Where(type => type.Parts.Exists(part => string.Equals(part.PartName, partName, StringComparison.OrdinalIgnoreCase)))
        .Select(type => type.Name);

    /// <summary>The fields of a type with the parts that they stand in, in the order of the form.</summary>
    public IReadOnlyList<(ContentTypePartDefinition Part, ContentFieldDefinition Field)> FieldsOf(ContentTypeDefinition type) =>
        fields.GetOrAdd(type.Name, _ =>
        [
            .. from part in type.PartsInOrder
               from field in FindPart(part.PartName)?.FieldsInOrder ?? []
               select (part, field),
        ]);
}
