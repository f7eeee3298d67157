using LearningDev.Catalogue.Entries;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Catalogue.Search;

/// <summary>Searches the catalogue for the current person (CAT-01, CAT-02, CAT-05).</summary>
internal sealed class CatalogueSearch(
    SearchService search, FacetLabels labels, Suitability suitability, ItemVisibility visibility, ISettings settings)
{
    private static readonly string[] Parameters = ["q", "page", "size", "sort", "exactly"];

    /// <summary>Reads a search out of an address: the text, and the chosen values of the facets that there are.</summary>
    public async Task<CatalogueQuery> ReadAsync(IQueryCollection query, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        var chosen = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var facet in names.Keys)
        {
            var values = query[facet].OfType<string>().Where(value => value.Length > 0).ToHashSet();
            if (values.Count > 0)
            {
                chosen.Add(facet, values);
            }
        }

        var text = query["q"].ToString().Trim();
        return new CatalogueQuery(
            text,
            chosen,
            [.. query.Keys.Where(key => !Parameters.Contains(key) && !names.Facets.ContainsKey(key))],
            names)
        {
            Order = CatalogueQuery.OrderOf(query["sort"], text),
            Exactly = query["exactly"] == "true",
        };
    }

    /// <summary>Carries out a person's search.</summary>
    public async Task<SearchResults> SearchAsync(CatalogueQuery query, int page, int? size, CancellationToken cancellation) =>
        await FindAsync(query, page, size ?? (await settings.GetAsync<SiteSettings>(cancellation)).PageSize, cancellation);

    /// <summary>What a search would find, asked by the portal itself: how many entries, and the counts of facets.</summary>
    public Task<SearchResults> LookAheadAsync(CatalogueQuery query, CancellationToken cancellation) => FindAsync(query, page: 1, size: 1, cancellation);

    /// <summary>Titles that the text may be the beginning of.</summary>
    public async Task<IReadOnlyList<string>> SuggestAsync(string text, int count, CancellationToken cancellation) =>
        await search.SuggestAsync(CatalogueIndex.Collection, await ReaderAsync(), text, count, cancellation);

    /// <summary>The current person's level and grade in words, by which entries suit; empty when neither is known.</summary>
    public async Task<string> SuitedWordsAsync(CancellationToken cancellation) => (await suitability.GetAsync(cancellation)).Words;

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
    public Task<SearchReader> ReaderAsync() => visibility.ReaderAsync();

    private async Task<SearchResults> FindAsync(CatalogueQuery query, int page, int size, CancellationToken cancellation)
    {
        var suited = (await suitability.GetAsync(cancellation)).Values;
        var filters = !query.HasChosen(CatalogueFacets.Suits, Suitability.Me) ? query.Chosen
            : new Dictionary<string, IReadOnlySet<string>>(query.Chosen) { [CatalogueFacets.Suits] = suited };
        var found = await search.SearchAsync(
            new SearchQuery
            {
                Collection = CatalogueIndex.Collection,
                Reader = await ReaderAsync(),
                Text = query.Text,
                Exactly = query.Exactly,
                Filters = filters,
                Order = query.Order,
                Page = page,
                Size = size,
            },
            cancellation);
        return found with
        {
            Facets = new Dictionary<string, IReadOnlyDictionary<string, int>>(found.Facets)
            {
                [CatalogueFacets.Suits] = new Dictionary<string, int>
                {
                    [Suitability.Me] = found.Facets.GetValueOrDefault(CatalogueFacets.Suits)?.Where(value => suited.Contains(value.Key)).Sum(value => value.Value) ?? 0,
                },
            },
        };
    }
}
