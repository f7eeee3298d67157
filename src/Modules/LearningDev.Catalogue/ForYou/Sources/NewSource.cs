using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Entries;
using LearningDev.Catalogue.Importing;
using LearningDev.Catalogue.Search;
using LearningDev.Content.Search;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>
/// New learning that is meant for the person: in the topics of what the person has saved, or else simply the newest, so that there is
/// something for those of whom nothing is known yet. Only what somebody has checked: an import would push out all else.
/// </summary>
internal sealed class NewSource(PortalDb db, SearchService search, FacetLabels labels, ISettings settings, TimeProvider time) : IRecommendationSource
{
    private const int LookedAt = 100;
    private const int MostEach = 6;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var names = await labels.GetAsync(cancellation);
        var audiences = names.AudiencesOf(reader.RoleLevel);
        var newest = await db.CatalogueEntries.Where(entry => entry.QualityAssurance != ImportSettings.NotChecked)
            .OrderByDescending(entry => entry.PublishedUtc).ThenByDescending(entry => entry.ContentItemId).Take(LookedAt)
            .Select(entry => new NewEntry(entry.ContentItemId, entry.PublishedUtc, entry.Audience, entry.Topics)).ToListAsync(cancellation);
        var visible = await search.VisibleAsync(newest.Select(entry => entry.ContentItemId), reader.Search, cancellation);
        var candidates = newest.Where(entry => visible.Contains(entry.ContentItemId) && !reader.Settled.Contains(entry.ContentItemId)
            && (entry.Audience.Length == 0 || Words(entry.Audience).Any(audiences.Contains))).ToList();
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
