using LearningDev.Catalogue.Search;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue;

/// <summary>Every address of the catalogue.</summary>
internal static class CatalogueLinks
{
    public const string Search = "/catalogue";

    public const string SearchApi = "/api/catalogue/search";

    public const string Pathways = $"{Search}/pathways";

    public const string Offer = $"{Search}/offer";

    public static string Done(string slug) => $"{Entry(slug)}/done";

    public const string Saved = "/catalogue/saved";

    public const string ForYou = "/catalogue/for-you";

    public const string SetAside = "/catalogue/for-you/set-aside";

    public const string Sent = "/catalogue/for-you/sent";

    public static string Entry(string slug) => $"{Search}/{slug}";

    public static string Recommend(string slug) => $"{Search}/{slug}/recommend";

    public static string Provider(string slug) => $"/providers/{slug}";

    public static string Facet(string facet, string value) => Search + QueryString.Create(facet, value);

    public static string Mandatory(IEnumerable<string> audiences) => Search + QueryString.Create(
        [new(CatalogueFacets.Classification, "mandatory"), .. audiences.Select(audience => KeyValuePair.Create(CatalogueFacets.Audience, (string?)audience))]);

    public static string Edit(string contentItemId) => $"/content/{contentItemId}";

    public static string Media(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
