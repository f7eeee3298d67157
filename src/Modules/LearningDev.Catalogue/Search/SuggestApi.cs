using LearningDev.Content.Search;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Catalogue.Search;

/// <summary>
/// Titles for completing what is typed into a search box, as JSON: <c>/api/catalogue/suggest?q=lead</c>. Any text is legal; fewer than two
/// letters suggest nothing. The answer never has a title that the person may not see.
/// </summary>
internal static class SuggestApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(CatalogueLinks.SuggestApi, SuggestAsync)
        .WithMetadata(new CostlyAttribute())
        .RequireAuthorization(new RequiresPermissionAttribute(CatalogueModule.ViewCatalogue.Name));

    private static async Task<Ok<SuggestAnswer>> SuggestAsync(HttpContext http, CatalogueSearch search, ISettings settings, CancellationToken cancellation)
    {
        var most = (await settings.GetAsync<SearchSettings>(cancellation)).SuggestedTitles;
        var titles = await search.SuggestAsync(http.Request.Query["q"].ToString(), most, cancellation);
        // Kept while somebody types and deletes; another person at the same browser has another cookie.
        http.Response.Headers.CacheControl = "private, max-age=60";
        http.Response.Headers.Vary = "Cookie";
        return TypedResults.Ok(new SuggestAnswer(titles));
    }
}

/// <summary>The answer of the suggestions.</summary>
/// <param name="Titles">Titles of entries, the likeliest first; no more than the settings say.</param>
internal sealed record SuggestAnswer(IReadOnlyList<string> Titles);
