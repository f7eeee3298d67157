using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>Mandatory learning, for everyone and for the person's level.</summary>
internal sealed class MandatorySource(SearchService search, FacetLabels labels) : IRecommendationSource
{
    private const int Most = 100;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        List<Recommendation> found = [];
        foreach (var audience in names.AudiencesOf(reader.RoleLevel))
        {
            var results = await search.SearchAsync(new SearchQuery
            {
                Collection = CatalogueIndex.Collection,
                Reader = reader.Search,
                Size = Most,
                Filters = new Dictionary<string, IReadOnlySet<string>>
                {
                    [CatalogueFacets.Classification] = new HashSet<string> { "mandatory" },
                    [CatalogueFacets.Audience] = new HashSet<string> { audience },
                },
            }, cancellation);
            var reason = $"Mandatory for {InSentence(names.NameOf(CatalogueFacets.Audience, audience))}";
            found.AddRange(results.Hits.Select(hit => new Recommendation(hit.ContentItemId, reason, RecommendationStrength.Mandatory) { IsMandatory = true }));
        }

        return found;
    }

    private static string InSentence(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>Learning that is meant for the person's level.</summary>
internal sealed class LevelSource(SearchService search, FacetLabels labels, ISettings settings) : IRecommendationSource
{
    private const int Most = 12;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        if (!names.Knows(CatalogueFacets.Audience, reader.RoleLevel))
        {
            return [];
        }

        var found = await search.SearchAsync(new SearchQuery
        {
            Collection = CatalogueIndex.Collection,
            Reader = reader.Search,
            Size = 100,
            Filters = new Dictionary<string, IReadOnlySet<string>> { [CatalogueFacets.Audience] = new HashSet<string> { reader.RoleLevel } },
        }, cancellation);
        var level = (await settings.GetAsync<PeopleSettings>(cancellation)).RoleLevels.Find(candidate => candidate.Key == reader.RoleLevel)?.Name
            ?? names.NameOf(CatalogueFacets.Audience, reader.RoleLevel);
        return [.. found.Hits.Where(hit => !reader.Settled.Contains(hit.ContentItemId)).Take(Most)
            .Select(hit => new Recommendation(hit.ContentItemId, $"For your level: {level}", RecommendationStrength.Level))];
    }
}
