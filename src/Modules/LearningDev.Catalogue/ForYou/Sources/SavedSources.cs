using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>
/// The next step of what the person has saved that has steps: the first, required ones before optional ones, that is neither saved nor done
/// nor set aside.
/// </summary>
internal sealed class NextStepSource : IRecommendationSource
{
    public Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var found =
            from item in reader.Saved
            let kind = item.As<KindPart>(item.ContentType)
            let optional = kind.OptionalSteps?.ContentItemIds ?? []
            let next = (kind.Steps?.ContentItemIds ?? []).Where(step => !reader.Settled.Contains(step)).OrderBy(optional.Contains).FirstOrDefault()
            where next is not null
            select new Recommendation(next, $"Next step of {item.DisplayText}", RecommendationStrength.NextStep);
        return Task.FromResult<IReadOnlyList<Recommendation>>([.. found]);
    }
}

/// <summary>Learning like the newest things that the person has saved.</summary>
internal sealed class SimilarSource(SearchService search) : IRecommendationSource
{
    private const int SavedLookedAt = 3;
    private const int LookedAt = 12;
    private const int MostEach = 3;
    private static readonly HashSet<string> LikeBy = [CatalogueFacets.Topic, CatalogueFacets.Provider, CatalogueFacets.Includes];

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        List<Recommendation> found = [];
        foreach (var item in reader.Saved.Take(SavedLookedAt))
        {
            var similar = await search.SimilarAsync(item.ContentItemId, LikeBy, CatalogueIndex.Collection, reader.Search, LookedAt, cancellation);
            found.AddRange(similar.Where(hit => !reader.Settled.Contains(hit.ContentItemId)).Take(MostEach).Index()
                .Select(hit => new Recommendation(hit.Item.ContentItemId, $"Because you saved {item.DisplayText}", RecommendationStrength.Similar - hit.Index)));
        }

        return found;
    }
}
