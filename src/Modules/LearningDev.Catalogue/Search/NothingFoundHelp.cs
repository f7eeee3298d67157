using LearningDev.Content.Search.Words;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.Search;

/// <summary>Finds ways on for a search that found nothing. It costs a few searches more, which only such a page pays.</summary>
internal sealed class NothingFoundHelp(CatalogueSearch search, ISettings settings)
{
    private const int MostFacets = 6;
    private const int MostWords = 6;

    public async Task<WaysOn> FindAsync(CatalogueQuery query, CancellationToken cancellation)
    {
        List<WayOn> withoutFilters = [];
        if (query.Chosen.Count > 0)
        {
            foreach (var facet in query.Chosen.Count > 1 ? query.Chosen.Keys.Take(MostFacets) : [])
            {
                var name = query.Names.Facets[facet].Name;
                await AddAsync(withoutFilters, $"Without “{name}”", query.Without(facet), cancellation);
            }

            await AddAsync(withoutFilters, "Search again without the filters", query.WithoutChoices(), cancellation);
        }

        var whole = await search.LookAheadAsync(query.WithoutChoices() with { Text = "", Order = default, Exactly = false }, cancellation);
        var topics = whole.Facets.GetValueOrDefault(CatalogueFacets.Topic);
        return new WaysOn(
            withoutFilters,
            withoutFilters.Count > 0 ? [] : await FewerWordsAsync(query.WithoutChoices(), cancellation),
            [.. from topic in query.Names.Facets[CatalogueFacets.Topic].Values
                let count = topics?.GetValueOrDefault(topic.Value) ?? 0
                where count > 0
                select new WayOn(topic.Name, CatalogueLinks.Facet(CatalogueFacets.Topic, topic.Value), count)],
            (await settings.GetAsync<SiteSettings>(cancellation)).ContactEmail);
    }

    /// <summary>The words of a search one by one, where there are several and they find something.</summary>
    private async Task<IReadOnlyList<WayOn>> FewerWordsAsync(CatalogueQuery query, CancellationToken cancellation)
    {
        List<WayOn> found = [];
        var words = SearchWords.Of(CatalogueQuery.Shorten(query.Text)).Where(word => word.Length > 2).Distinct().Take(MostWords).ToList();
        foreach (var word in words.Count > 1 ? words : [])
        {
            await AddAsync(found, word, query with { Text = word, Exactly = false }, cancellation);
        }

        return found;
    }

    private async Task AddAsync(List<WayOn> ways, string text, CatalogueQuery query, CancellationToken cancellation)
    {
        if ((await search.LookAheadAsync(query, cancellation)).Total is > 0 and var count)
        {
            ways.Add(new WayOn(text, query.UrlOfPage(1), count));
        }
    }
}

/// <summary>Ways on for a search that found nothing.</summary>
/// <param name="WithoutFilters">The search with fewer filters.</param>
/// <param name="Words">Single words of the search.</param>
/// <param name="Topics">The topics that have entries.</param>
/// <param name="ContactEmail">Where to ask; may be empty.</param>
internal sealed record WaysOn(IReadOnlyList<WayOn> WithoutFilters, IReadOnlyList<WayOn> Words, IReadOnlyList<WayOn> Topics, string ContactEmail);

/// <summary>A link to a search that finds something.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Url">The address.</param>
/// <param name="Count">How many entries it finds.</param>
internal sealed record WayOn(string Text, string Url, int Count);
