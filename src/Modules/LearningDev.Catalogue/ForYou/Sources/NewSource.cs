using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>
/// New learning that is meant for the person: in the topics of what the person has saved, or else simply the newest, so that there is
/// something for those of whom nothing is known yet.
/// </summary>
internal sealed class NewSource(PortalDb db, SearchService search, FacetLabels labels, ISettings settings, TimeProvider time) : IRecommendationSource
{
    private const int LookedAt = 100;
    private const int MostEach = 6;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        var audiences = names.AudiencesOf(reader.RoleLevel);
        List<string> newest = [.. (await search.NewestAsync(CatalogueIndex.Collection, reader.Search, LookedAt, cancellation)).Select(hit => hit.ContentItemId)];
        var rows = await db.CatalogueEntries.Where(entry => newest.Contains(entry.ContentItemId))
            .Select(entry => new NewEntry(entry.ContentItemId, entry.PublishedUtc, entry.Audience, entry.Topics))
            .ToDictionaryAsync(entry => entry.ContentItemId, cancellation);
        var candidates = newest.Where(id => rows.ContainsKey(id) && !reader.Settled.Contains(id)).Select(id => rows[id])
            .Where(entry => entry.Audience.Length == 0 || Words(entry.Audience).Any(audiences.Contains)).ToList();
        var topics = reader.Saved.SelectMany(item => item.As<LearningPart>().Topics.TermContentItemIds).ToHashSet();
        var since = time.GetUtcNow().UtcDateTime.AddDays(-(await settings.GetAsync<CatalogueSettings>(cancellation)).NewForDays);
        var inTopic =
            (from entry in candidates
             where entry.PublishedUtc >= since
             let topic = Words(entry.Topics).FirstOrDefault(topics.Contains)
             where topic is not null
             select new Recommendation(entry.ContentItemId, $"New in {names.NameOf(CatalogueFacets.Topic, topic)}", RecommendationStrength.NewInTopic))
            .Take(MostEach).ToList();
        var others = candidates.Where(entry => inTopic.TrueForAll(one => one.ContentItemId != entry.ContentItemId)).Take(MostEach)
            .Select(entry => new Recommendation(entry.ContentItemId, "New in the catalogue", RecommendationStrength.Anyone));
        return [.. inTopic, .. others];
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private sealed record NewEntry(string ContentItemId, DateTime PublishedUtc, string Audience, string Topics);
}
