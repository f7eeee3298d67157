using LearningDev.Content.Definitions;
using LearningDev.Content.Fields;
using LearningDev.Content.Items;

namespace LearningDev.Content.Pages;

/// <summary>The addresses of the pages that show items of types for which no module has pages of its own (CMS-02).</summary>
internal static class ItemPages
{
    /// <summary>The collection in which their items are searched.</summary>
    public const string Collection = "pages";

    /// <summary>The facet that tells the types apart.</summary>
    public const string TypeFacet = "type";

    private const string Root = "pages";
    private static readonly HashSet<string> NoneTaken = [];

    /// <summary>Names in addresses and facets that fields may not take.</summary>
    public static IReadOnlySet<string> Reserved { get; } = new HashSet<string> { "q", "page", TypeFacet, "role" };

    /// <summary>How the addresses of a type's items begin, for example "pages/travel-policy/".</summary>
    public static string Beginning(string type) => $"{Root}/{KeyOf(type)}/";

    /// <summary>The page that lists a type's items.</summary>
    public static string List(string type) => $"/{Root}/{KeyOf(type)}";

    /// <summary>Finds the type whose pages have a key; null when there is none, or its items are shown elsewhere.</summary>
    public static ContentTypeDefinition? Find(DefinitionSet set, string key) =>
        set.Types.FirstOrDefault(type => KeyOf(type.Name) == key && IsShownHere(type));

    /// <summary>True for a type whose items have their pages here.</summary>
    public static bool IsShownHere(ContentTypeDefinition type) => type.Parts.Exists(part => part.PartName == nameof(AutoroutePart)
        && part.Settings.Read<AutoroutePartSettings>().Pattern.StartsWith(Beginning(type.Name), StringComparison.Ordinal));

    private static string KeyOf(string type) => FieldFacets.KeyOf(type, NoneTaken);
}
