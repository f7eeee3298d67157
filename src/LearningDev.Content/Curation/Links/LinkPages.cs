namespace LearningDev.Content.Curation.Links;

/// <summary>The addresses of the pages on links.</summary>
internal static class LinkPages
{
    public const string List = "/content/links";

    public static string Showing(LinkShow show) => $"{List}?show={show}";

    public static string Of(string id) => $"{List}/{Uri.EscapeDataString(id)}";
}
