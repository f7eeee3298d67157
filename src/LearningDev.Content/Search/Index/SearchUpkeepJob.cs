using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Content.Search.Index;

/// <summary>Checks the search index for drift when the host has started and then every so many hours, as the settings say; one node at a time.</summary>
internal sealed partial class SearchUpkeepJob(IServiceScopeFactory scopes, TimeProvider time, ILogger<SearchUpkeepJob> log) : BackgroundService
{
    // Any number will do, as long as every node asks for the same one.
    private const long UpkeepLock = 20_261_125;

    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    /// <summary>Checks the index once, unless another node is doing so.</summary>
    /// <returns>What was done; null when another node is at it.</returns>
    public async Task<UpkeepProgress?> RunOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (!db.IsSqlite)
        {
            // The lock belongs to the connection, so the connection stays open until the work is done.
            await db.Database.OpenConnectionAsync(cancellation);
            if (!(await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({UpkeepLock}) AS \"Value\"").ToListAsync(cancellation))[0])
            {
                return null;
            }
        }

        try
        {
            var upkeep = scope.ServiceProvider.GetRequiredService<SearchUpkeep>();
            var done = await upkeep.RunAsync(await upkeep.IsOfOldKindAsync(cancellation), progress: null, cancellation);
            if (done.Written + done.Removed > 0)
            {
                LogDrift(done.Written, done.Removed);
            }

            return done;
        }
        finally
        {
            if (!db.IsSqlite)
            {
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({UpkeepLock})", CancellationToken.None);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(AfterStart, time, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var hours = 24;
            try
            {
                await RunOnceAsync(stoppingToken);
                await using var scope = scopes.CreateAsyncScope();
                hours = Math.Max(1, (await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<SearchSettings>(stoppingToken)).DriftCheckHours);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next check may go well; the portal goes on answering either way.
                LogFailure(fault);
            }

            await Task.Delay(TimeSpan.FromHours(hours), time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The search index had drifted from what is published: {Written} documents written, {Removed} removed")]
    private partial void LogDrift(int written, int removed);

    [LoggerMessage(LogLevel.Error, "The search index could not be checked")]
    private partial void LogFailure(Exception fault);
}
