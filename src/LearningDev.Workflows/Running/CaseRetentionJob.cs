using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Running;

/// <summary>Deletes cases that ended long ago, with their tasks and history, some at a time.</summary>
internal sealed class CaseRetentionJob(PortalDb db, ISettings settings, IEvents events, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Workflow retention", "Deletes cases of workflows that ended long ago, with their tasks and history.", "0 50 2 * * ?");

    private const int AtOnce = 200;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-(await settings.GetAsync<WorkflowSettings>(cancellation)).KeepDays);
        var deleted = 0;
        while (await db.Cases.Where(row => row.EndedUtc < before).OrderBy(row => row.EndedUtc).Select(row => row.Id).Take(AtOnce).ToListAsync(cancellation) is { Count: > 0 } ids)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await CaseRemoval.RemoveAsync(db, ids, cancellation);
            await events.PublishAsync(new CasesDeleted(ids.Count), cancellation);
            await transaction.CommitAsync(CancellationToken.None);
            deleted += ids.Count;
        }

        return deleted == 0 ? "" : $"{deleted:#,0} cases deleted";
    }
}

/// <summary>Cases of workflows that ended long ago were deleted.</summary>
/// <param name="Count">How many.</param>
public sealed record CasesDeleted(int Count) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Cases", "", "Cases");

    /// <inheritdoc />
    public string Summary => $"Deleted {Count} {(Count == 1 ? "case" : "cases")} of workflows that ended long ago";
}
