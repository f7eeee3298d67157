using LearningDev.Content.Editing.Previewing;

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

    /// <summary>The page of the latest version as a kind of person sees it; the kind is the value "as" of the query.</summary>
    public static string PreviewPage(string contentItemId) => $"{Preview(contentItemId)}/page";

    /// <summary>The choice of a kind of person to look at the latest version as, with what came of it.</summary>
    internal static string Preview(string contentItemId, string kind, PreviewAnswer answer) =>
        $"{Preview(contentItemId)}?as={Uri.EscapeDataString(kind)}&answer={answer}";

    /// <summary>The question whether an item is to be taken off the portal.</summary>
    public static string Unpublish(string contentItemId) => $"{Edit(contentItemId)}/unpublish";

    /// <summary>The question whether an item is to be removed.</summary>
    public static string Remove(string contentItemId) => $"{Edit(contentItemId)}/remove";

    /// <summary>Two versions of an item compared: those with the numbers, or the newest with the one before it.</summary>
    public static string Compare(string contentItemId, int? from = null, int? to = null) =>
        $"{Edit(contentItemId)}/compare{(from is null || to is null ? "" : $"?from={from}&to={to}")}";

    /// <summary>When an item is to be published or archived.</summary>
    public static string Plan(string contentItemId, bool publish) => $"{Edit(contentItemId)}/plan/{(publish ? "publish" : "archive")}";

    /// <summary>The question whether an item is to be archived.</summary>
    public static string Archive(string contentItemId) => $"{Edit(contentItemId)}/archive";

    /// <summary>The form that copies an item.</summary>
    public static string Duplicate(string contentItemId) => $"{Edit(contentItemId)}/duplicate";

    /// <summary>What is to be published or archived at a time.</summary>
    public const string Planned = "/content/planned";

    /// <summary>What was removed and can be brought back.</summary>
    public const string Bin = "/content/bin";

    /// <summary>The question whether an item of the bin is to be deleted for good.</summary>
    public static string DeleteForGood(string contentItemId) => $"{Bin}/{Uri.EscapeDataString(contentItemId)}/delete";
}
