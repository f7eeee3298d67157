using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Outbox;

/// <summary>Deletes messages that nobody needs to see any more. Those that failed stay until somebody has looked after them.</summary>
internal sealed class OutboxRetentionJob(PortalDb db, ISettings settings, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Message retention", "Deletes messages that were delivered or given up, when they have been listed long enough.", "0 10 2 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var days = Math.Max(1, (await settings.GetAsync<OutboxSettings>(cancellation)).KeepDays);
        var before = time.GetUtcNow().UtcDateTime.AddDays(-days);
        OutboxState[] over = [OutboxState.Delivered, OutboxState.InDoubt, OutboxState.GivenUp];
        var deleted = await db.Set<OutboxMessage>().Where(row => over.Contains(row.State) && row.EndedUtc < before).ExecuteDeleteAsync(cancellation);
        return deleted == 0 ? "" : $"{deleted} {(deleted == 1 ? "message" : "messages")} deleted";
    }
}
