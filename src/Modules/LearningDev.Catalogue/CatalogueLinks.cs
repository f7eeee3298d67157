using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue;

/// <summary>Every address of the catalogue.</summary>
internal static class CatalogueLinks
{
    public const string Search = "/catalogue";

    public const string SearchApi = "/api/catalogue/search";

    public const string SuggestApi = "/api/catalogue/suggest";

    /// <summary>The other ways to find learning, which the search page offers at its top.</summary>
    public static IReadOnlyList<(string Text, string Url)> OtherWays { get; } =
    [
        ("For you", $"{Search}/for-you"),
        ("Pathways", $"{Search}/pathways"),
        ("Offer by level", $"{Search}/offer"),
        ("Saved learning", $"{Search}/saved"),
    ];

    public static string Entry(string slug) => $"{Search}/{slug}";

    public static string Provider(string slug) => $"/providers/{slug}";

    public static string Facet(string facet, string value) => Search + QueryString.Create(facet, value);

    public static string Edit(string contentItemId) => $"/content/{contentItemId}";

    public static string Media(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
