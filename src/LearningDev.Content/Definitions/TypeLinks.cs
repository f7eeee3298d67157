using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Definitions;

/// <summary>The addresses of the pages on content types.</summary>
public static class TypeLinks
{
    /// <summary>The list of content types.</summary>
    public const string List = "/content/types";

    /// <summary>The form of a new type.</summary>
    public const string New = List + "/new";

    private const string Parts = List + "/parts";
    private const string Histories = List + "/history";

    /// <summary>Words of these addresses, which no type may be called.</summary>
    internal static IReadOnlyList<string> Reserved { get; } = ["new", "parts", "history"];

    /// <summary>A type with its parts and fields.</summary>
    public static string Type(string type) => $"{List}/{Uri.EscapeDataString(type)}";

    /// <summary>What a type is called and what can be done with its items.</summary>
    public static string Settings(string type) => $"{Type(type)}/settings";

    /// <summary>The choice of a part for a type.</summary>
    public static string AddPart(string type) => $"{Type(type)}/add-part";

    /// <summary>The question whether a part is to be taken off a type.</summary>
    public static string RemovePart(string type, string part) => $"{Type(type)}/remove-part/{Uri.EscapeDataString(part)}";

    /// <summary>The question whether a type is to be retired or brought back.</summary>
    public static string Retire(string type) => $"{Type(type)}/retire";

    /// <summary>The question whether a type is to be removed.</summary>
    public static string Remove(string type) => $"{Type(type)}/remove";

    /// <summary>The form of a new field.</summary>
    public static string AddField(string part, string type) => $"{Parts}/{Uri.EscapeDataString(part)}/add{Of(type)}";

    /// <summary>A field's settings.</summary>
    public static string Field(string part, string field, string type) => $"{Parts}/{Uri.EscapeDataString(part)}/{Uri.EscapeDataString(field)}{Of(type)}";

    /// <summary>The change of a field's kind.</summary>
    public static string Kind(string part, string field, string type) => $"{Parts}/{Uri.EscapeDataString(part)}/{Uri.EscapeDataString(field)}/kind{Of(type)}";

    /// <summary>The question whether a field is to be removed.</summary>
    public static string RemoveField(string part, string field, string type) => $"{Parts}/{Uri.EscapeDataString(part)}/{Uri.EscapeDataString(field)}/remove{Of(type)}";

    /// <summary>The versions of a type and its own part, or of another part.</summary>
    public static string History(string kind, string name, string type) => $"{Histories}/{kind.ToLowerInvariant()}/{Uri.EscapeDataString(name)}{Of(type)}";

    /// <summary>The question whether a version is to be restored.</summary>
    public static string Restore(string kind, string name, int version, string type) => $"{Histories}/{kind.ToLowerInvariant()}/{Uri.EscapeDataString(name)}/{version}{Of(type)}";

    // The type whose page leads there, for the way back: a part may belong to several.
    private static QueryString Of(string type) => type.Length == 0 ? QueryString.Empty : QueryString.Create("type", type);
}
