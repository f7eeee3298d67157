using System.Collections.Concurrent;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>
/// Notes in memory when sessions were last in use and brings that to the database every minute (configuration: SignIn:ActivityInterval), so that a page
/// that somebody only looks at never waits for a writer.
/// </summary>
internal sealed class SessionActivity(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<SessionActivity> log) : BackgroundService
{
    private static readonly TimeSpan Granularity = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, DateTime> seen = new(StringComparer.Ordinal);

    /// <summary>When a session was last in use, as far as that is not in the database yet.</summary>
    public DateTime? LastSeen(string sessionId) => seen.TryGetValue(sessionId, out var when) ? when : null;

    /// <summary>A session is in use now.</summary>
    public void Seen(CurrentSession session)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now - session.LastSeenUtc >= Granularity)
        {
            // Whole minutes, so that many sessions are written by one statement.
            seen[session.Id] = new DateTime(now.Ticks - (now.Ticks % Granularity.Ticks), DateTimeKind.Utc);
        }
    }

    /// <summary>Writes what has been noted. What cannot be written now waits for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        var noted = seen.ToArray();
        if (noted.Length == 0)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var minute in noted.GroupBy(note => note.Value, note => note.Key))
        {
            foreach (var ids in minute.Chunk(500))
            {
                await db.Set<Session>().Where(row => ids.Contains(row.Id) && row.LastSeenUtc < minute.Key)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenUtc, minute.Key), cancellation);
            }
        }

        foreach (var note in noted)
        {
            seen.TryRemove(note);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await FlushAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(configuration.GetValue("SignIn:ActivityInterval", Granularity), time);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                await FlushAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is DbUpdateException or System.Data.Common.DbException)
            {
                log.LogWarning(fault, "When sessions were last used could not be written; it is tried again");
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
