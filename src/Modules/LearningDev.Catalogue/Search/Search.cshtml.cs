using System.Globalization;
using LearningDev.Catalogue.Entries;
using LearningDev.Content;
using LearningDev.Content.Search;
using LearningDev.Content.Search.Evidence;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace LearningDev.Catalogue.Search;

[RequiresPermission("ViewCatalogue")]
[Costly]
internal sealed class SearchModel(
    CatalogueSearch search, EntryCards cards, NothingFoundHelp help, RolePermissions permissions, SearchEvidence evidence) : PageModel
{
    public CatalogueQuery Query { get; private set; } = null!;

    public SearchResults Found { get; private set; } = null!;

    /// <summary>The results of the page: those that have all the words, and those that have some; either may be empty.</summary>
    public IReadOnlyList<SearchResultGroup> Groups { get; private set; } = [];

    /// <summary>Ways on; only when nothing was found.</summary>
    public WaysOn? WaysOn { get; private set; }

    /// <summary>The person's level and grade in words; empty when neither is known.</summary>
    public string SuitedWords { get; private set; } = "";

    public bool MayAdd { get; private set; }

    /// <summary>True for the page from which people begin to browse.</summary>
    public bool IsStart => Query.IsEmpty && Found.Page == 1;

    /// <summary>The text that the results are for.</summary>
    public string TextOfResults => Query.Exactly ? Query.Text : Found.MendedText ?? Query.Text;

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

        if (Found.Total == 0)
        {
            WaysOn = await help.FindAsync(Query, cancellation);
        }

        Groups = await GroupAsync(cancellation);
        SuitedWords = await search.SuitedWordsAsync(cancellation);
        MayAdd = await permissions.MayAsync(User, ContentModule.EditContent.Name);
        return Page();
    }

    /// <summary>The values of a facet that results have or that are chosen, in the order of the facet.</summary>
    public IEnumerable<FacetChoice> ValuesOf(string facet)
    {
        var counts = Found.Facets.GetValueOrDefault(facet);
        foreach (var value in Query.Names.Facets[facet].Values)
        {
            var count = counts?.GetValueOrDefault(value.Value) ?? 0;
            var chosen = Query.HasChosen(facet, value.Value);
            if (count > 0 || chosen)
            {
                yield return new FacetChoice(value, count, chosen);
            }
        }
    }

    private async Task<IReadOnlyList<SearchResultGroup>> GroupAsync(CancellationToken cancellation)
    {
        var made = (await cards.MakeAsync(Found.Hits, Query.Names, cancellation)).ToDictionary(card => card.ContentItemId);
        var results = Found.Hits.Where(hit => made.ContainsKey(hit.ContentItemId)).Select(hit => (Hit: hit, Card: made[hit.ContentItemId])).ToList();
        return
        [
            new SearchResultGroup(Heading: null, results.FindAll(result => result.Hit.HasAllWords)),
            new SearchResultGroup(Found.WithAllWords > 0 ? "These have only some of your words" : null, results.FindAll(result => !result.Hit.HasAllWords)),
        ];
    }
}

/// <summary>Results that stand together.</summary>
internal sealed record SearchResultGroup(string? Heading, IReadOnlyList<(SearchHit Hit, EntryCard Card)> Results);

/// <summary>A value of a facet as the page offers it.</summary>
internal readonly record struct FacetChoice(FacetValue Value, int Count, bool IsChosen);
