using LearningDev.Platform.Scheduling;

namespace LearningDev.Content.Sheets.Importing.Keeping;

/// <summary>Deletes imports that have been kept for long enough.</summary>
internal sealed class ExpiredSheetsJob(KeptSheets sheets) : IScheduledJob
{
    public async Task<string> RunAsync(CancellationToken cancellation) =>
        await sheets.DeleteExpiredAsync(cancellation) is > 0 and var deleted ? $"Deleted {deleted:#,0}" : "";
}
