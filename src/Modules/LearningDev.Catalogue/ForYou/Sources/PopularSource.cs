using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Saving;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>What many people in the person's directorate have saved. It tells only numbers, and none that is so small that somebody could be guessed.</summary>
internal sealed class PopularSource(PortalDb db, Colleagues colleagues, ISettings settings) : IRecommendationSource
{
    private const int LookedAt = 40;
    private const int Most = 6;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        if (await colleagues.DirectorateOfAsync(reader.PersonId, cancellation) is not { } directorate)
        {
            return [];
        }

        var fewest = Math.Max(2, (await settings.GetAsync<CatalogueSettings>(cancellation)).FewestCounted);
        var counts = await db.SavedEntries
            .Where(row => row.PersonId != reader.PersonId)
            .Join(db.Users.Where(person => directorate.UnitIds.Contains(person.UnitId!)), row => row.PersonId, person => person.Id, (row, _) => row.ContentItemId)
            .GroupBy(id => id)
            .Select(group => new { Id = group.Key, Count = group.Count() })
            .Where(entry => entry.Count >= fewest)
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Id)
            .Take(LookedAt).ToListAsync(cancellation);
        return [.. counts.Where(entry => !reader.Settled.Contains(entry.Id)).Take(Most).Index()
            .Select(entry => new Recommendation(
                entry.Item.Id, $"Saved by {entry.Item.Count} people in {directorate.Name}", RecommendationStrength.Popular - entry.Index))];
    }
}
