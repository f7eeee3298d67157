using LearningDev.Content.Items;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;

namespace LearningDev.Volunteering.Opportunities;

/// <summary>Archives opportunities whose last day is over.</summary>
internal sealed class EndedOpportunitiesJob(PortalDb db, ContentItems items, WorkingCalendar calendar) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Ended volunteering", "Archives opportunities to volunteer whose last day is over.", "0 20 1 * * ?");

    // As many are read at once.
    private const int Batch = 100;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        var archived = 0;
        foreach (var ids in (await items.NamesAsync(nameof(VolunteeringOpportunity), cancellation)).Keys.Chunk(Batch))
        {
            foreach (var item in (await items.FindAllAsync(ids, VersionChoice.Published, cancellation)).Where(item => item.As<VolunteeringOpportunity>().HasEnded(today)))
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                archived += await items.ArchiveAsync(item.ContentItemId, "Its last day is over", cancellation) ? 1 : 0;
                await transaction.CommitAsync(CancellationToken.None);
            }
        }

        return archived == 0 ? "" : $"{archived:#,0} {(archived == 1 ? "opportunity" : "opportunities")} archived";
    }
}
