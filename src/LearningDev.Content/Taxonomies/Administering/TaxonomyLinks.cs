namespace LearningDev.Content.Taxonomies.Administering;

/// <summary>The addresses of the pages on taxonomies.</summary>
public static class TaxonomyLinks
{
    /// <summary>The list of taxonomies.</summary>
    public const string List = "/content/taxonomies";

    /// <summary>The terms of a taxonomy.</summary>
    public static string Terms(string taxonomy) => $"{List}/{Uri.EscapeDataString(taxonomy)}";

    /// <summary>The form of a new term.</summary>
    public static string Add(string taxonomy) => $"{Terms(taxonomy)}/add";

    /// <summary>A term: its name and place.</summary>
    public static string Term(string taxonomy, string term) => $"{Terms(taxonomy)}/terms/{Uri.EscapeDataString(term)}";

    /// <summary>The merging of a term into another.</summary>
    public static string Merge(string taxonomy, string term) => $"{Term(taxonomy, term)}/merge";
}
