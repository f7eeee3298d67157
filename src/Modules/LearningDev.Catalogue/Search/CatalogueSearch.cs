using LearningDev.Catalogue.Entries;
using LearningDev.Content;
using LearningDev.Content.Search;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue.Search;

/// <summary>Searches the catalogue for the current person (CAT-01, CAT-02, CAT-05).</summary>
internal sealed class CatalogueSearch(
    SearchService search, FacetLabels labels, RolePermissions permissions, CurrentPerson person, ISettings settings)
{
    /// <summary>Reads a search out of an address: the text, and the chosen values of the facets that there are.</summary>
    public async Task<CatalogueQuery> ReadAsync(IQueryCollection query, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        var chosen = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var facet in CatalogueFacets.All)
        {
            var values = query[facet].OfType<string>().Where(value => value.Length > 0).ToHashSet();
            if (values.Count > 0)
            {
                chosen.Add(facet, values);
            }
        }

        return new CatalogueQuery(
            query["q"].ToString().Trim(),
            chosen,
            [.. query.Keys.Where(key => key is not ("q" or "page" or "size") && !names.Facets.ContainsKey(key))],
            names);
    }

    public async Task<SearchResults> SearchAsync(CatalogueQuery query, int page, int? size, CancellationToken cancellation) =>
        await search.SearchAsync(
            new SearchQuery
            {
                Collection = CatalogueIndex.Collection,
                Reader = await ReaderAsync(),
                Text = query.Text,
                Filters = query.Chosen,
                Page = page,
                Size = size ?? (await settings.GetAsync<SiteSettings>(cancellation)).PageSize,
            },
            cancellation);

    /// <summary>How many entries that the current person may see have a value of a facet.</summary>
    public async Task<int> CountAsync(string facet, string value, CancellationToken cancellation) =>
        (await search.SearchAsync(
            new SearchQuery
            {
                Collection = CatalogueIndex.Collection,
                Reader = await ReaderAsync(),
                Filters = new Dictionary<string, IReadOnlySet<string>> { [facet] = new HashSet<string> { value } },
                Size = 1,
            },
            cancellation)).Total;

    /// <summary>The current person as a reader of restricted entries.</summary>
    public async Task<SearchReader> ReaderAsync() =>
        new(person.Roles, await permissions.MayAsync(person.Principal, ContentModule.ViewRestrictedContent.Name));
}

/// <summary>A search as an address says it.</summary>
/// <param name="Text">What was typed.</param>
/// <param name="Chosen">The chosen values by facet.</param>
/// <param name="UnknownFacets">Names in the address that are no facets.</param>
/// <param name="Names">The names of facets and values.</param>
internal sealed record CatalogueQuery(
    string Text, IReadOnlyDictionary<string, IReadOnlySet<string>> Chosen, IReadOnlyList<string> UnknownFacets, FacetNames Names)
{
    /// <summary>True when nothing was typed or chosen.</summary>
    public bool IsEmpty => Text.Length == 0 && Chosen.Count == 0;

    /// <summary>True when the text is longer than what is used of it.</summary>
    public bool IsCut => Text.Length > SearchQuery.MaximumTextLength;

    public bool HasChosen(string facet, string value) => Chosen.TryGetValue(facet, out var values) && values.Contains(value);

    /// <summary>The address of this search on a page.</summary>
    public string UrlOfPage(int page) => Url(Text, Pairs(), page);

    /// <summary>The address of this search with other text.</summary>
    public string UrlOfText(string text) => Url(text, Pairs(), 1);

    /// <summary>The address of this search without one of the chosen values.</summary>
    public string UrlWithout(string facet, string value) => Url(Text, Pairs().Where(pair => pair != (facet, value)), 1);

    /// <summary>The address of this search without any chosen value.</summary>
    public string UrlWithoutChoices() => Url(Text, [], 1);

    /// <summary>The chosen values in the order of the facets.</summary>
    public IEnumerable<(string Facet, string Value)> Pairs() =>
        from facet in CatalogueFacets.All
        where Chosen.ContainsKey(facet)
        from value in Chosen[facet]
        select (facet, value);

    private static string Url(string text, IEnumerable<(string Facet, string Value)> pairs, int page)
    {
        var query = pairs.Select(pair => KeyValuePair.Create(pair.Facet, (string?)pair.Value)).ToList();
        if (text.Length > 0)
        {
            query.Insert(0, new("q", text.Length <= SearchQuery.MaximumTextLength ? text : text[..SearchQuery.MaximumTextLength]));
        }

        if (page > 1)
        {
            query.Add(new("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return CatalogueLinks.Search + QueryString.Create(query);
    }
}
