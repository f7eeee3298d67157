using LearningDev.Catalogue.Contracts;
using LearningDev.Catalogue.Recommending;
using LearningDev.Platform.Data;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Catalogue.ForYou.Sources;

/// <summary>What colleagues have recommended to the person, the newest first.</summary>
internal sealed class ColleagueSource(PortalDb db, DateWords dates) : IRecommendationSource
{
    private const int Most = 100;

    public async Task<IReadOnlyList<Recommendation>> FindAsync(RecommendationReader reader, CancellationToken cancellation)
    {
        var rows = await db.SentRecommendations.AsNoTracking().Where(row => row.RecipientId == reader.PersonId)
            .OrderByDescending(row => row.SentUtc).ThenBy(row => row.Id).Take(Most).ToListAsync(cancellation);
        List<Recommendation> found = [];
        foreach (var (index, row) in rows.Index())
        {
            found.Add(new Recommendation(
                row.ContentItemId, $"Recommended by {row.SenderName} on {await dates.DayAsync(row.SentUtc)}", RecommendationStrength.Colleague + Most - index, row.Note)
            { IsPersonal = true });
        }

        return found;
    }
}
