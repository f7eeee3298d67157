using System.Globalization;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Audit.Keeping;

/// <summary>
/// Removes what has become too old from the audit (ADM-03): whole rows from the chain's beginning, and before that the details of sign-ins, of which only the moment
/// and the hash stay. The chain can be checked before and after.
/// </summary>
internal sealed class AuditRetention(PortalDb db, ISettings settings, IEnumerable<ShortLivedEvent> shortLived, IEvents events, TimeProvider time) : IScheduledJob
{
    /// <summary>The fewest days for which details are kept, whatever the settings say: a younger row without details is a fault.</summary>
    public const int FewestDays = 30;

    private const int RowsAtOnce = 1000;
    private const int FewestYears = 1;

    public static JobManifest Manifest { get; } = new(
        "Audit retention", "Removes rows of the audit that are older than the settings say.", "0 20 3 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var keep = await settings.GetAsync<AuditSettings>(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var removed = await RemoveAsync(now.AddYears(-Math.Max(FewestYears, keep.KeepYears)), cancellation);
        var emptied = await EmptyAsync(now.AddDays(-Math.Max(FewestDays, keep.KeepSignInsDays)), cancellation);
        return removed + emptied == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{removed} rows removed, {emptied} sign-ins emptied");
    }

    private async Task<long> RemoveAsync(DateTime before, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await AuditChain.LockAsync(db, cancellation);
        // Only what stands before the first row that is kept: the chain is never cut in the middle.
        var firstKept = await db.AuditEntries.Where(row => row.OccurredUtc >= before).MinAsync(row => (long?)row.Id, cancellation) ?? long.MaxValue;
        var last = await db.AuditEntries.AsNoTracking().Where(row => row.Id < firstKept).OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellation);
        if (last is null)
        {
            return 0;
        }

        var removed = await db.AuditEntries.Where(row => row.Id <= last.Id).ExecuteDeleteAsync(cancellation);
        await db.Set<AuditChainRow>().ExecuteUpdateAsync(
            chain => chain.SetProperty(row => row.StartCount, row => row.StartCount + removed).SetProperty(row => row.StartHash, last.Hash), cancellation);
        await events.PublishAsync(new AuditShortened(removed, before), cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }

    private async Task<long> EmptyAsync(DateTime before, CancellationToken cancellation)
    {
        string[] names = [.. shortLived.Select(one => one.Event)];
        var emptied = 0L;
        for (int few; (few = await EmptySomeAsync(names, before, cancellation)) > 0;)
        {
            emptied += few;
        }

        return emptied;
    }

    private async Task<int> EmptySomeAsync(string[] names, DateTime before, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rows = await db.AuditEntries.AsNoTracking()
            .Where(row => names.Contains(row.Event) && row.OccurredUtc < before && row.DetailsHash == null)
            .OrderBy(row => row.Id).Take(RowsAtOnce).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var hash = AuditHash.OfDetails(row);
            await db.AuditEntries.Where(other => other.Id == row.Id).ExecuteUpdateAsync(
                change => change.SetProperty(other => other.DetailsHash, hash)
                    .SetProperty(other => other.PersonId, (string?)null)
                    .SetProperty(other => other.PersonName, "")
                    .SetProperty(other => other.SubjectKind, "")
                    .SetProperty(other => other.SubjectId, "")
                    .SetProperty(other => other.SubjectName, "")
                    .SetProperty(other => other.Summary, "")
                    .SetProperty(other => other.Data, "{}")
                    .SetProperty(other => other.Changes, "[]")
                    .SetProperty(other => other.Reason, ""),
                cancellation);
        }

        if (rows.Count > 0)
        {
            await events.PublishAsync(new SignInsEmptied(rows.Count, rows[0].Id, rows[^1].Id), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return rows.Count;
    }
}

/// <summary>Rows of the audit were removed because of their age.</summary>
/// <param name="Rows">How many.</param>
/// <param name="BeforeUtc">They were older than this.</param>
public sealed record AuditShortened(int Rows, DateTime BeforeUtc) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Audit", "", "Audit");

    /// <inheritdoc />
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"Removed {Rows} rows of the audit that were too old");
}

/// <summary>The details of sign-ins were removed from the audit because of their age.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="FirstId">The number of the first of them.</param>
/// <param name="LastId">The number of the last of them.</param>
public sealed record SignInsEmptied(int Rows, long FirstId, long LastId) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Audit", "", "Audit");

    /// <inheritdoc />
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"Removed the details of {Rows} sign-ins from the audit");
}
