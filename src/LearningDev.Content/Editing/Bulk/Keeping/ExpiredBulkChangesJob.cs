using LearningDev.Platform.Scheduling;

namespace LearningDev.Content.Editing.Bulk.Keeping;

/// <summary>Deletes changes of many items, with what came of them, once they have been kept for long enough.</summary>
internal sealed class ExpiredBulkChangesJob(BulkChanges changes) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Expired changes of many items", "Deletes what came of changes to many items once it has been kept for long enough.", "0 45 3 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation) =>
        await changes.DeleteExpiredAsync(cancellation) is > 0 and var deleted ? $"Deleted {deleted:#,0}" : "";
}
