using System.Collections.Concurrent;
using System.Security.Claims;
using System.Threading.Channels;
using LearningDev.Content.Recipes.Administering.Keeping;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Recipes.Administering.Working;

/// <summary>
/// Checks and runs recipes one after the other, apart from the requests that ask for it: a long recipe outlasts what browsers and proxies wait for. What it
/// does is done in the name of whoever asked.
/// </summary>
internal sealed class RecipeWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<RecipeWorker> log) : BackgroundService
{
    /// <summary>Whoever has said nothing for so long does not work any more.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    private readonly Channel<RecipeWork> queue = Channel.CreateUnbounded<RecipeWork>();
    private readonly ConcurrentDictionary<string, RecipeWork> known = new(StringComparer.Ordinal);

    /// <summary>Puts a kept recipe into the queue.</summary>
    /// <param name="id">The recipe's id.</param>
    /// <param name="person">Who asked.</param>
    public void Begin(string id, ClaimsPrincipal person)
    {
        var work = new RecipeWork(id, person);
        known[id] = work;
        queue.Writer.TryWrite(work);
    }

    /// <summary>The work on a recipe that waits or is being done here; null when there is none.</summary>
    public RecipeWork? Find(string id) => known.GetValueOrDefault(id);

    /// <summary>Waits until the work on a recipe has ended, but no longer than told.</summary>
    public async Task WaitAsync(string id, TimeSpan longest, CancellationToken cancellation)
    {
        if (Find(id) is { } work)
        {
            await Task.WhenAny(work.Ended, Task.Delay(longest, cancellation));
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in queue.Reader.ReadAllAsync(stoppingToken))
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var pulse = TellAliveAsync(work.Id, ended.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(work.Person);
                await scope.ServiceProvider.GetRequiredService<RecipeWorking>().WorkAsync(work, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(fault, "The work on the kept recipe {Recipe} failed", work.Id);
                await FailAsync(work, stoppingToken);
            }
            finally
            {
                known.TryRemove(KeyValuePair.Create(work.Id, work));
                await ended.CancelAsync();
                await pulse;
                work.End();
            }
        }
    }

    private async Task FailAsync(RecipeWork work, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RecipeWorking>().FailAsync(
                work.Id, "The portal could not finish this, and has changed nothing. What went wrong is in its log.", cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(fault, "The kept recipe {Recipe} cannot be marked as failed", work.Id);
        }
    }

    // Other nodes see by it that the work goes on. SQLite has one node, and lets nobody write beside a recipe that runs.
    private async Task TellAliveAsync(string id, CancellationToken cancellation)
    {
        try
        {
            using var timer = new PeriodicTimer(Pulse);
            while (await timer.WaitForNextTickAsync(cancellation))
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
                if (!db.IsSqlite)
                {
                    var now = time.GetUtcNow().UtcDateTime;
                    await db.Set<KeptRecipe>().Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(kept => kept.AliveUtc, now), cancellation);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "Nobody can be told that the work on the kept recipe {Recipe} goes on", id);
        }
    }
}

/// <summary>Work on a kept recipe, with how far it is.</summary>
internal sealed class RecipeWork(string id, ClaimsPrincipal person) : IProgress<RecipePlace>
{
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public ClaimsPrincipal Person { get; } = person;

    /// <summary>Completes when the work has ended, well or not.</summary>
    public Task Ended => ended.Task;

    /// <summary>Where the run is; null until the first step begins.</summary>
    public RecipePlace? Place { get; private set; }

    void IProgress<RecipePlace>.Report(RecipePlace value) => Place = value;

    public void End() => ended.TrySetResult();
}
