using System.Globalization;
using LearningDev.Content.Search;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Catalogue.Search;

/// <summary>
/// The search as JSON, for those who are signed in: the same results as the page, by the same parameters. <c>q</c> is the text, <c>sort</c> one of
/// relevance, newest, title and length, <c>exactly=true</c> leaves the spelling alone, <c>page</c> and <c>size</c> choose the results; every other
/// name is a facet, which may be given several times.
/// </summary>
internal static class SearchApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(CatalogueLinks.SearchApi, SearchAsync)
        .WithMetadata(new CostlyAttribute())
        .RequireAuthorization(new RequiresPermissionAttribute(CatalogueModule.ViewCatalogue.Name));

    private static async Task<Results<Ok<SearchAnswer>, ProblemHttpResult>> SearchAsync(
        HttpContext http, CatalogueSearch search, CancellationToken cancellation)
    {
        var query = await search.ReadAsync(http.Request.Query, cancellation);
        if (query.UnknownFacets.Count > 0)
        {
            return Refuse($"There is no facet \"{query.UnknownFacets[0]}\". Facets are {string.Join(", ", query.Names.Keys)}.");
        }

        if (http.Request.Query["sort"].ToString() is { Length: > 0 } order && !CatalogueQuery.OrderKeys.Contains(order))
        {
            return Refuse($"sort must be one of {string.Join(", ", CatalogueQuery.OrderKeys)}.");
        }

        if (http.Request.Query["exactly"].ToString() is not ("" or "true" or "false"))
        {
            return Refuse("exactly must be true or false.");
        }

        if (!TryRead(http.Request.Query, "page", 1, int.MaxValue, out var page))
        {
            return Refuse("page must be a whole number, 1 or more.");
        }

        if (!TryRead(http.Request.Query, "size", 1, 100, out var size))
        {
            return Refuse("size must be a whole number from 1 to 100.");
        }

        return TypedResults.Ok(Answer(query, await search.SearchAsync(query, page ?? 1, size, cancellation), size));
    }

    private static SearchAnswer Answer(CatalogueQuery query, SearchResults found, int? size) => new(
        found.Total,
        found.Page,
        size ?? found.Hits.Count,
        [
            .. found.Hits.Select(hit => new SearchAnswerItem(
                hit.ContentItemId, hit.Title, hit.Url, hit.ContentType, hit.Summary, Pieces(hit.MarkedTitle), Pieces(hit.Extract), hit.IsPromoted, hit.HasAllWords)),
        ],
        query.Names.Keys.ToDictionary(facet => facet, facet => query.Names.Facets[facet].Values
            .Select(value => new SearchAnswerFacet(value.Value, value.Name, found.Facets.GetValueOrDefault(facet)?.GetValueOrDefault(value.Value) ?? 0))
            .Where(value => value.Count > 0).ToArray()),
        found.WithAllWords,
        found.MendedText,
        found.MendedText);

    private static SearchAnswerPiece[] Pieces(MarkedText text) => [.. text.Pieces.Select(piece => new SearchAnswerPiece(piece.Text, piece.IsMarked))];

    private static bool TryRead(IQueryCollection query, string name, int smallest, int largest, out int? number)
    {
        number = null;
        if (query[name].ToString() is not { Length: > 0 } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < smallest || value > largest)
        {
            return false;
        }

        number = value;
        return true;
    }

    private static ProblemHttpResult Refuse(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The search cannot be carried out");
}

/// <summary>The answer of the search API.</summary>
/// <param name="Total">How many entries match.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">How many entries a page has.</param>
/// <param name="Items">The entries of the page, the best first.</param>
/// <param name="Facets">The values of each facet with their counts.</param>
/// <param name="WithAllWords">How many of the entries have all the words; they come before those that have only some.</param>
/// <param name="MendedText">
/// The text with its spelling mended; null when nothing needed mending. The results are for it, unless the search was for the text exactly.
/// </param>
/// <param name="DidYouMean">The same as <paramref name="MendedText"/>, under its earlier name.</param>
internal sealed record SearchAnswer(
    int Total, int Page, int Size, SearchAnswerItem[] Items, IReadOnlyDictionary<string, SearchAnswerFacet[]> Facets,
    int WithAllWords, string? MendedText, string? DidYouMean);

/// <summary>An entry as the search API gives it.</summary>
/// <param name="Id">The id of the content item.</param>
/// <param name="Title">The title.</param>
/// <param name="Url">The address of its page.</param>
/// <param name="Type">The content type.</param>
/// <param name="Summary">One or two sentences.</param>
/// <param name="MarkedTitle">The title in pieces; what was searched for is marked.</param>
/// <param name="Extract">The summary, or a piece of the text that has what was searched for, in pieces.</param>
/// <param name="Promoted">True when editors recommend it for this search.</param>
/// <param name="HasAllWords">False when it has only some of the words.</param>
internal sealed record SearchAnswerItem(
    string Id, string Title, string Url, string Type, string Summary,
    SearchAnswerPiece[] MarkedTitle, SearchAnswerPiece[] Extract, bool Promoted, bool HasAllWords);

/// <summary>A piece of text; the pieces in their order are the text.</summary>
internal sealed record SearchAnswerPiece(string Text, bool Marked);

/// <summary>A value of a facet as the search API gives it.</summary>
internal sealed record SearchAnswerFacet(string Value, string Label, int Count);
