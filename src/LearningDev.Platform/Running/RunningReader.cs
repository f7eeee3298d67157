using System.Diagnostics;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Hosting.Health;
using LearningDev.Platform.Hosting.Keys;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Running;

/// <summary>Reads how the portal runs (ADM-05). Nothing of it is secret: no connection string, no key, no configuration.</summary>
internal sealed class RunningReader(PortalDb db, ModuleRegistry registry, PortalNode node, PortalDisk disk, KeyOptions keys, IHostEnvironment environment)
{
    private const int BackupsShown = 5;

    private static readonly DateTime StartedUtc = Process.GetCurrentProcess().StartTime.ToUniversalTime();

    public async Task<RunningState> ReadAsync(CancellationToken cancellation) => new(
        new RunningNode(node.Name, PortalVersion.Informational, environment.EnvironmentName, StartedUtc, disk.FreeBytes, keys.IsProtected),
        await DatabaseAsync(cancellation),
        await MessagesAsync(cancellation),
        await JobsAsync(cancellation),
        await AuditAsync(cancellation),
        await db.AuditEntries.Where(row => row.Event == nameof(BackupMade)).OrderByDescending(row => row.Id).Take(BackupsShown)
            .Select(row => new RunningBackup(row.OccurredUtc, row.Summary)).ToListAsync(cancellation));

    private async Task<RunningDatabase> DatabaseAsync(CancellationToken cancellation)
    {
        var version = db.IsSqlite ? db.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"") : db.Database.SqlQuery<string>($"SELECT current_setting('server_version') AS \"Value\"");
        var size = db.IsSqlite
            ? db.Database.SqlQuery<long>($"SELECT page_count * page_size AS \"Value\" FROM pragma_page_count(), pragma_page_size()")
            : db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"");
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation)).ToList();
        return new RunningDatabase(
            $"{(db.IsSqlite ? "SQLite" : "PostgreSQL")} {(await version.ToListAsync(cancellation))[0]}",
            (await size.ToListAsync(cancellation))[0],
            applied.LastOrDefault() ?? "",
            db.Database.GetMigrations().Except(applied).Count());
    }

    private async Task<RunningMessages> MessagesAsync(CancellationToken cancellation)
    {
        var states = await db.Set<OutboxMessage>().Where(message => message.State != OutboxState.Delivered && message.State != OutboxState.GivenUp)
            .GroupBy(message => message.State).Select(state => new { state.Key, Count = state.Count(), Due = state.Min(message => message.NextAttemptUtc) })
            .ToListAsync(cancellation);
        var waiting = states.Where(state => state.Key is OutboxState.Waiting or OutboxState.Sending).ToList();
        return new RunningMessages(
            waiting.Sum(state => state.Count),
            waiting.Count == 0 ? null : waiting.Min(state => state.Due),
            states.Where(state => state.Key is OutboxState.Failed or OutboxState.InDoubt).Sum(state => state.Count));
    }

    private async Task<IReadOnlyList<RunningJob>> JobsAsync(CancellationToken cancellation)
    {
        var runs = db.Set<JobRun>().AsNoTracking();
        var last = await runs.Where(run => !runs.Any(newer => newer.Job == run.Job && newer.Id > run.Id)).ToDictionaryAsync(run => run.Job, cancellation);
        return [.. registry.Jobs.Select(job => job.Manifest.Name).Order(StringComparer.Ordinal).Select(name => new RunningJob(name, last.GetValueOrDefault(name)))];
    }

    private async Task<RunningAudit> AuditAsync(CancellationToken cancellation)
    {
        var chain = await db.Set<AuditChainRow>().AsNoTracking().SingleAsync(cancellation);
        return new RunningAudit(chain.Count - chain.StartCount, chain.Head.ToString());
    }
}
