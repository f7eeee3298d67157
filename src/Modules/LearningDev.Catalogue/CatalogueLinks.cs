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

    public static string Entry(string slug) => $"{Search}/{slug}";

    public static string Provider(string slug) => $"/providers/{slug}";

    public static string Facet(string facet, string value) => Search + QueryString.Create(facet, value);

    public static string Edit(string contentItemId) => $"/content/{contentItemId}";

    public static string Media(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
}
