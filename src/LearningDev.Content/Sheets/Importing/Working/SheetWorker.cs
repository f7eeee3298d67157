using LearningDev.Content.Sheets.Importing.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Sheets.Importing.Working;

/// <summary>Checks and imports files one after the other, apart from the requests that ask for it, and goes on with what a stop of the portal has left behind.</summary>
internal sealed class SheetWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<SheetWorker> log) : WorkQueue<SheetPlace>(scopes, log)
{
    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, QueuedWork<SheetPlace> work, CancellationToken cancellation) =>
        services.GetRequiredService<SheetWorking>().WorkAsync(work, cancellation);

    /// <inheritdoc />
    protected override Task FailAsync(IServiceProvider services, string id, CancellationToken cancellation) => services.GetRequiredService<SheetWorking>().FailAsync(
        id, "The portal could not finish this. Rows that are marked as done were imported, all others were not. What went wrong is in its log", cancellation);

    /// <inheritdoc />
    protected override Task TellAliveAsync(IServiceProvider services, string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return services.GetRequiredService<PortalDb>().Set<KeptSheet>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(kept => kept.AliveUtc, now), cancellation);
    }

    /// <summary>
    /// Takes up imports at which nobody works any more, in the name of whoever began them, with the rights that the person has today. On SQLite there is one node,
    /// so that none is worked on when it starts.
    /// </summary>
    protected override async Task ResumeAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<PortalDb>();
        var now = time.GetUtcNow().UtcDateTime;
        var silent = db.IsSqlite ? now.AddDays(1) : now - LongestSilence;
        var left = await db.Set<KeptSheet>()
            .Where(row => (row.State == KeptSheetState.Checking || row.State == KeptSheetState.Running) && row.AliveUtc < silent)
            .OrderBy(row => row.KeptUtc).ToListAsync(cancellation);
        foreach (var kept in left)
        {
            if (await services.GetRequiredService<PersonPrincipals>().FindAsync(kept.PersonId) is not { } person)
            {
                continue;
            }

            kept.AliveUtc = now;
            kept.Version++;
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node that starts at the same time has taken it.
                await db.Entry(kept).ReloadAsync(cancellation);
                continue;
            }

            Begin(kept.Id, person);
        }
    }
}
