using LearningDev.Catalogue.Search;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue;

/// <summary>Every address of the catalogue.</summary>
internal static class CatalogueLinks
{
    public const string Search = "/catalogue";

    public const string SearchApi = "/api/catalogue/search";

    public const string SuggestApi = "/api/catalogue/suggest";

    public const string Pathways = $"{Search}/pathways";

    public const string Offer = $"{Search}/offer";

    public const string Saved = $"{Search}/saved";

    public const string ForYou = $"{Search}/for-you";

    public const string SetAside = $"{ForYou}/set-aside";

    public const string Sent = $"{ForYou}/sent";

    /// <summary>The other ways to find learning, which the search page offers at its top.</summary>
    public static IReadOnlyList<(string Text, string Url)> OtherWays { get; } =
        [("For you", ForYou), ("Pathways", Pathways), ("Offer by level", Offer), ("Providers", Providers), ("Saved learning", Saved)];

    public static string Done(string slug) => $"{Entry(slug)}/done";

    public static string Entry(string slug) => $"{Search}/{slug}";

    public static string Recommend(string slug) => $"{Search}/{slug}/recommend";

    public const string Providers = "/providers";

    public const string NewProvider = "/content/new/Provider";

    public static string Provider(string slug) => $"{Providers}/{slug}";

    public static string Facet(string facet, string value) => Search + QueryString.Create(facet, value);

    public static string Mandatory(IEnumerable<string> audiences) => Search + QueryString.Create(
        [new(CatalogueFacets.Classification, "mandatory"), .. audiences.Select(audience => KeyValuePair.Create(CatalogueFacets.Audience, (string?)audience))]);

    public static string Edit(string contentItemId) => $"/content/{contentItemId}";

    public static string Assess(string contentItemId) => $"{Edit(contentItemId)}/assessment";

    public static string Media(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
