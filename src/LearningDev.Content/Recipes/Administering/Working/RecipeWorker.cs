using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Recipes.Administering.Working;

/// <summary>Checks and runs recipes one after the other, apart from the requests that ask for it.</summary>
internal sealed class RecipeWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<RecipeWorker> log) : WorkQueue<RecipePlace>(scopes, log)
{
    /// <inheritdoc />
    protected override Task WorkAsync(IServiceProvider services, QueuedWork<RecipePlace> work, CancellationToken cancellation) =>
        services.GetRequiredService<RecipeWorking>().WorkAsync(work, cancellation);

    /// <inheritdoc />
    protected override Task FailAsync(IServiceProvider services, string id, CancellationToken cancellation) => services.GetRequiredService<RecipeWorking>().FailAsync(
        id, "The portal could not finish this, and has changed nothing. What went wrong is in its log.", cancellation);

    /// <summary>SQLite has one node, and lets nobody write beside a recipe that runs.</summary>
    protected override async Task TellAliveAsync(IServiceProvider services, string id, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<PortalDb>();
        if (!db.IsSqlite)
        {
            var now = time.GetUtcNow().UtcDateTime;
            await db.Set<KeptRecipe>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(kept => kept.AliveUtc, now), cancellation);
        }
    }
}
