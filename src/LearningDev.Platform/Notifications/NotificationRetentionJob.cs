using LearningDev.Platform.Data;
using LearningDev.Platform.Notifications.Notify;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications;

/// <summary>Deletes notifications that are older than the settings say, but for those that a digest has still to bring.</summary>
internal sealed class NotificationRetentionJob(PortalDb db, ISettings settings, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Notification retention", "Deletes notifications that were kept long enough.", "0 40 2 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-Math.Max(1, (await settings.GetAsync<NotificationSettings>(cancellation)).KeepDays));
        var deleted = await db.Set<PersonNotification>().Where(row => row.CreatedUtc < before && row.DigestDueUtc == null).ExecuteDeleteAsync(cancellation);
        await db.Set<NotifyHandOver>().Where(row => row.BegunUtc < before).ExecuteDeleteAsync(cancellation);
        return deleted == 0 ? "" : $"{deleted} {(deleted == 1 ? "notification" : "notifications")} deleted";
    }
}
