using System.Security.Claims;
using LearningDev.Content.Editing.Bulk.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Editing.Bulk.Working;

/// <summary>How far a change of many items is.</summary>
/// <param name="Done">How many items have been looked at or changed.</param>
/// <param name="Of">How many there are.</param>
internal sealed record BulkPlace(int Done, int Of);

/// <summary>Checks and changes items one after the other, apart from the requests that ask for it.</summary>
internal class BulkWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<BulkWorker> log) : WorkQueue<BulkPlace>(scopes, log)
{
    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, QueuedWork<BulkPlace> work, CancellationToken cancellation) =>
        services.GetRequiredService<BulkWorking>().WorkAsync(work, cancellation);

    /// <summary>Nothing to write down: a change whose work has ended without an end is an interrupted one, which goes on when somebody asks for it.</summary>
    protected override Task FailAsync(IServiceProvider services, string id, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task TellAliveAsync(IServiceProvider services, string id, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<PortalDb>();
        if (!db.IsSqlite)
        {
            var now = time.GetUtcNow().UtcDateTime;
            await db.Set<BulkChange>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(change => change.AliveUtc, now), cancellation);
        }
    }
}

/// <summary>Does the long ones, so that short ones need not wait for them.</summary>
internal sealed class LongBulkWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<BulkWorker> log) : BulkWorker(scopes, time, log);

/// <summary>Who does which change.</summary>
internal sealed class BulkWorkers(BulkWorker quick, LongBulkWorker slow)
{
    /// <summary>A change of more items than this is a long one.</summary>
    public const int QuickItems = 100;

    public void Begin(BulkChange change, ClaimsPrincipal person) => (change.Count > QuickItems ? slow : quick).Begin(change.Id, person);

    public QueuedWork<BulkPlace>? Find(string id) => quick.Find(id) ?? slow.Find(id);

    /// <summary>Waits until the work has ended, but no longer than told.</summary>
    public async Task WaitAsync(string id, TimeSpan longest, CancellationToken cancellation)
    {
        await quick.WaitAsync(id, longest, cancellation);
        await slow.WaitAsync(id, longest, cancellation);
    }
}
