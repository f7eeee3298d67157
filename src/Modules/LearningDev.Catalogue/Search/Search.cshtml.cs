using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Content;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Search;

[RequiresPermission("ViewCatalogue")]
internal sealed class SearchModel(CatalogueSearch search, EntryCards cards, RolePermissions permissions, SearchEvidence evidence) : PageModel
{
    public CatalogueQuery Query { get; private set; } = null!;

    public SearchResults Found { get; private set; } = null!;

    public IReadOnlyList<EntryCard> Cards { get; private set; } = [];

    public bool MayAdd { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Query = await search.ReadAsync(Request.Query, cancellation);
        var page = int.TryParse(Request.Query["page"], CultureInfo.InvariantCulture, out var asked) ? Math.Max(1, asked) : 1;
        Found = await search.SearchAsync(Query, page, size: null, cancellation);
        if (Found.Page > Found.Pages)
        {
            return LocalRedirect(Query.UrlOfPage(Found.Pages));
        }

        if (page == 1 && Query.Chosen.Count == 0)
        {
            evidence.Searched(CatalogueIndex.Collection, Query.Text, Found.Total);
        }

        Cards = await cards.MakeAsync([.. Found.Hits.Select(hit => hit.ContentItemId)], Query.Names, cancellation);
        MayAdd = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }

    /// <summary>The values of a facet that results have or that are chosen, in the order of the facet.</summary>
    public IEnumerable<(FacetValue Value, int Count, bool Chosen)> ValuesOf(string facet)
    {
        var counts = Found.Facets.GetValueOrDefault(facet);
        foreach (var value in Query.Names.Facets[facet].Values)
        {
            var count = counts?.GetValueOrDefault(value.Value) ?? 0;
            var chosen = Query.HasChosen(facet, value.Value);
            if (count > 0 || chosen)
            {
                yield return (value, count, chosen);
            }
        }
    }
}
