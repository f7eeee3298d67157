using LearningDev.Content.Items;
using LearningDev.Content.Items.Readers;
using LearningDev.Content.Search;
using LearningDev.Content.Taxonomies;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Settings;
using LearningDev.Volunteering.Claims;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>Finds opportunities by words, skill and place (VOL-01).</summary>
internal sealed class OpportunityList(SearchService search, ContentItems items, TaxonomyReader taxonomies, WorkingCalendar calendar, ISettings settings, ItemVisibility visibility)
{
    /// <summary>A page of the opportunities that fit. A page past the end is the last.</summary>
    public async Task<OpportunityPage> FindAsync(string words, string skill, string place, int page, CancellationToken cancellation)
    {
        var filters = new Dictionary<string, IReadOnlySet<string>>();
        foreach (var (facet, value) in new[] { (OpportunityDocuments.Skill, skill), (OpportunityDocuments.Place, place) })
        {
            if (value.Length > 0)
            {
                filters[facet] = new HashSet<string> { value };
            }
        }

        var query = new SearchQuery
        {
            Collection = OpportunityDocuments.Collection,
            Reader = await visibility.ReaderAsync(cancellation),
            Text = words,
            Filters = filters,
            Order = words.Length > 0 ? SearchOrder.Relevance : SearchOrder.Title,
            Page = Math.Max(1, page),
            Size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100),
        };
        var found = await search.SearchAsync(query, cancellation);
        if (found.Page > found.Pages)
        {
            found = await search.SearchAsync(query with { Page = found.Pages }, cancellation);
        }

        var today = await calendar.TodayAsync();
        var shown = (await items.FindAllAsync([.. found.Hits.Select(hit => hit.ContentItemId)], VersionChoice.Published, cancellation)).ToDictionary(item => item.ContentItemId);
        var all = await search.SearchAsync(query with { Text = "", Filters = new Dictionary<string, IReadOnlySet<string>>(), Page = 1, Size = 1 }, cancellation);
        var names = await SkillNamesAsync(cancellation);
        return new OpportunityPage(
            found.Total, Math.Clamp(query.Page, 1, found.Pages), found.Pages,
            [.. found.Hits.Where(hit => shown.ContainsKey(hit.ContentItemId)).Select(hit => Listed(hit, shown[hit.ContentItemId], names, today))],
            [.. names.Where(pair => all.Facets.GetValueOrDefault(OpportunityDocuments.Skill)?.ContainsKey(pair.Key) ?? false).Select(pair => (pair.Key, pair.Value))],
            [.. (all.Facets.GetValueOrDefault(OpportunityDocuments.Place)?.Keys ?? []).Order(StringComparer.CurrentCulture)]);
    }

    /// <summary>The skills by the ids of their terms, in the order of the taxonomy.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SkillNamesAsync(CancellationToken cancellation) =>
        (await taxonomies.FindAsync(VolunteeringClaim.SkillsTaxonomy, cancellation))?.Terms.ToDictionary(term => term.Id, term => term.Name) ?? [];

    private static ListedOpportunity Listed(SearchHit hit, ContentItem item, IReadOnlyDictionary<string, string> names, DateOnly today)
    {
        var part = item.As<VolunteeringOpportunity>();
        return new ListedOpportunity(
            hit.Url, hit.Title, hit.Summary, part.Organisation.Text ?? "", part.Place.Text ?? "", part.Times.Text ?? "",
            [.. part.Skills.TermContentItemIds.Select(id => names.GetValueOrDefault(id)).OfType<string>()], part.HasEnded(today));
    }
}

/// <summary>A page of opportunities.</summary>
/// <param name="Total">How many fit.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Opportunities">Those of the page.</param>
/// <param name="Skills">The skills that can be chosen, with names.</param>
/// <param name="Places">The places that can be chosen.</param>
internal sealed record OpportunityPage(
    int Total, int Page, int Pages, IReadOnlyList<ListedOpportunity> Opportunities, IReadOnlyList<(string Id, string Name)> Skills, IReadOnlyList<string> Places);

/// <summary>An opportunity in the list.</summary>
internal sealed record ListedOpportunity(string Url, string Title, string Summary, string Organisation, string Place, string Times, IReadOnlyList<string> Skills, bool HasEnded);
