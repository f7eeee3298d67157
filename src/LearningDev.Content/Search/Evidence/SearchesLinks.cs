using LearningDev.Content.Editing;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Search.Evidence;

/// <summary>The addresses of the pages on what people search for.</summary>
internal static class SearchesLinks
{
    /// <summary>The list of searches.</summary>
    public const string List = "/content/searches";

    /// <summary>The list as a file.</summary>
    public const string Csv = "/content/searches.csv";

    /// <summary>The form that adds a synonym.</summary>
    public const string Synonyms = List + "/synonyms";

    /// <summary>The form that chooses what comes first.</summary>
    public const string First = List + "/first";

    /// <summary>The list as somebody has left it; for those who may not see it, the list of all content.</summary>
    /// <param name="mayView">True for those who may see what people search for.</param>
    /// <param name="back">The list's query, with its question mark; what is no query is not used.</param>
    public static string ListAt(bool mayView, string? back) =>
        !mayView ? ContentLinks.List
        : back is ['?', ..] && back.All(character => character is > ' ' and <= '~') ? List + back
        : List;

    /// <summary>The form that adds a synonym of a search.</summary>
    public static string SynonymsOf(EvidenceLine line, string back) => Synonyms + Query(line, back);

    /// <summary>The form that chooses what comes first for a search.</summary>
    public static string FirstOf(EvidenceLine line, string back) => First + Query(line, back);

    private static QueryString Query(EvidenceLine line, string back) => QueryString.Create(
        [new("text", line.Text), new("collection", line.Collection), .. back.Length > 0 ? [new("back", back)] : Array.Empty<KeyValuePair<string, string?>>()]);
}
