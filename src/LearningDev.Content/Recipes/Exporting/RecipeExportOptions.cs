namespace LearningDev.Content.Recipes.Exporting;

/// <summary>What is to be exported.</summary>
public sealed record RecipeExportOptions
{
    /// <summary>The recipe's name, by which other recipes run it.</summary>
    public string Name { get; init; } = "export";

    /// <summary>The recipe's name as people read it; empty for the name of the portal.</summary>
    public string DisplayName { get; init; } = "";

    /// <summary>What the recipe is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The ids of the chosen sources, each with the chosen values; an empty list is all of them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Sources { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The ids of content items that are chosen one by one, whatever their type.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Only content that refers to this id, for example of a topic, is taken of the chosen types; null for all of it.</summary>
    public string? RefersTo { get; init; }

    /// <summary>Drafts are exported too: items that were never published, and newer drafts of those that were.</summary>
    public bool Drafts { get; init; }

    /// <summary>What the chosen things refer to is taken along. Otherwise the notes say what is left out.</summary>
    public bool WithReferences { get; init; } = true;

    /// <summary>Files of the media library lie beside the recipe, as in a zip archive; otherwise they stand in it as base64.</summary>
    public bool FilesBeside { get; init; }
}
