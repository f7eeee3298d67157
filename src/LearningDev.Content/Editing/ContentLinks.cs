namespace LearningDev.Content.Editing;

/// <summary>The addresses of the editors' pages.</summary>
public static class ContentLinks
{
    /// <summary>The list of all content.</summary>
    public const string List = "/content";

    /// <summary>The choice of a type for new content.</summary>
    public const string ChooseType = "/content/new";

    /// <summary>The empty form of a type.</summary>
    public static string New(string contentType) => $"{ChooseType}/{Uri.EscapeDataString(contentType)}";

    /// <summary>The form of an item.</summary>
    public static string Edit(string contentItemId) => $"{List}/{Uri.EscapeDataString(contentItemId)}";

    /// <summary>The versions of an item.</summary>
    public static string Versions(string contentItemId) => $"{Edit(contentItemId)}/versions";

    /// <summary>A version of an item, to read.</summary>
    public static string Version(string contentItemId, string contentItemVersionId) =>
        $"{Versions(contentItemId)}/{Uri.EscapeDataString(contentItemVersionId)}";

    /// <summary>The latest version of an item as it will look.</summary>
    public static string Preview(string contentItemId) => $"{Edit(contentItemId)}/preview";

    /// <summary>The question whether an item is to be taken off the portal.</summary>
    public static string Unpublish(string contentItemId) => $"{Edit(contentItemId)}/unpublish";

    /// <summary>The question whether an item is to be removed.</summary>
    public static string Remove(string contentItemId) => $"{Edit(contentItemId)}/remove";
}
