namespace LearningDev.Content.Editing.Bulk;

/// <summary>The addresses of the pages that change many items together.</summary>
internal static class BulkLinks
{
    /// <summary>The choice of what is done with the items.</summary>
    public const string Choose = "/content/bulk";

    /// <summary>What would be done, how far it is, and what came of it.</summary>
    public static string Change(string id, int page = 1) => $"{Choose}/{Uri.EscapeDataString(id)}{(page > 1 ? $"?p={page}" : "")}";
}
