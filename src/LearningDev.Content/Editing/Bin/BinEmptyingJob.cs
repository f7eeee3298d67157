using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;

namespace LearningDev.Content.Editing.Bin;

/// <summary>Deletes for good what has been in the bin as long as the settings say.</summary>
internal sealed class BinEmptyingJob(PortalDb db, ContentBin bin, ISettings settings, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Content bin", "Deletes content that has been in the bin as long as the settings say, with all its versions.", "0 40 2 * * ?");

    // As many are deleted in one transaction, and may hold up others who write.
    private const int Batch = 50;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var days = (await settings.GetAsync<ContentLifeSettings>(cancellation)).BinDays;
        if (days <= 0)
        {
            return "";
        }

        var before = time.GetUtcNow().UtcDateTime.AddDays(-days);
        var deleted = 0;
        while (await bin.RemovedBeforeAsync(before, Batch, cancellation) is { Count: > 0 } old)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var binned in old)
            {
                deleted += await bin.DeleteAsync(binned, $"It had been in the bin for {days} {(days == 1 ? "day" : "days")}", cancellation) ? 1 : 0;
            }

            await transaction.CommitAsync(CancellationToken.None);
        }

        return deleted == 0 ? "" : $"{deleted:#,0} {(deleted == 1 ? "item" : "items")} deleted";
    }
}
