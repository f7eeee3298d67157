using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Items;
using LearningDev.Content.Search;
using LearningDev.Platform.Settings;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>
/// New learning that is meant for the person: in the topics of what the person has saved, or else simply the newest, so that there is
/// something for those of whom nothing is known yet.
/// </summary>
internal sealed class NewSource(SearchService search, ContentItems items, FacetLabels labels, ISettings settings, TimeProvider time) : IRecommendationSource
{
    private const int LookedAt = 100;
    private const int MostEach = 6;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        var audiences = names.AudiencesOf(reader.RoleLevel);
        var newest = await search.NewestAsync(CatalogueIndex.Collection, reader.Search, LookedAt, cancellation);
        var candidates = (await items.FindAllAsync([.. newest.Select(hit => hit.ContentItemId)], VersionChoice.Published, cancellation))
            .Where(item => !reader.Settled.Contains(item.ContentItemId) && IsFor(item, audiences)).ToList();
        var topics = reader.Saved.SelectMany(TopicsOf).ToHashSet();
        var since = time.GetUtcNow().UtcDateTime.AddDays(-(await settings.GetAsync<CatalogueSettings>(cancellation)).NewForDays);
        var inTopic =
            (from item in candidates
             where item.PublishedUtc >= since
             let topic = TopicsOf(item).FirstOrDefault(topics.Contains)
             where topic is not null
             select new Recommendation(item.ContentItemId, $"New in {names.NameOf(CatalogueFacets.Topic, topic)}", RecommendationStrength.NewInTopic))
            .Take(MostEach).ToList();
        var others = candidates.Where(item => inTopic.TrueForAll(one => one.ContentItemId != item.ContentItemId)).Take(MostEach)
            .Select(item => new Recommendation(item.ContentItemId, "New in the catalogue", RecommendationStrength.Anyone));
        return [.. inTopic, .. others];
    }

    private static bool IsFor(ContentItem item, IReadOnlyList<string> audiences) =>
        item.As<LearningPart>().Audience.Values is var meant && (meant.Count == 0 || meant.Exists(audiences.Contains));

    private static IReadOnlyList<string> TopicsOf(ContentItem item) => item.As<LearningPart>().Topics.TermContentItemIds;
}
