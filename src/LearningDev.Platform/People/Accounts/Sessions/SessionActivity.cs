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
    private readonly ConcurrentDictionary<string, Note> seen = new(StringComparer.Ordinal);
    private readonly Lock ending = new();
    private Task? ended;

    /// <summary>When a session was last in use, as far as that is not in the database yet.</summary>
    public DateTime? LastSeen(string sessionId) => seen.TryGetValue(sessionId, out var note) ? note.When : null;

    /// <summary>A session is in use now.</summary>
    public void Seen(CurrentSession session)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (now - session.LastSeenUtc >= Granularity)
        {
            // Whole minutes, so that many sessions are written by one statement.
            var minute = new DateTime(now.Ticks - (now.Ticks % Granularity.Ticks), DateTimeKind.Utc);
            seen.AddOrUpdate(session.Id, _ => new Note(minute, IsWritten: false), (_, note) => note.When >= minute ? note : new Note(minute, IsWritten: false));
        }
    }

    /// <summary>Writes what has been noted. What cannot be written now waits for the next time.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        var noted = seen.ToArray();
        var unwritten = noted.Where(note => !note.Value.IsWritten).ToList();
        if (unwritten.Count > 0)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            foreach (var minute in unwritten.GroupBy(note => note.Value.When, note => note.Key))
            {
                foreach (var ids in minute.Chunk(500))
                {
                    await db.Set<Session>().Where(row => ids.Contains(row.Id) && row.LastSeenUtc < minute.Key)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenUtc, minute.Key), cancellation);
                }
            }
        }

        // A note stays until the next time, as the row may still be kept in memory as it was before.
        foreach (var (id, note) in noted)
        {
            if (note.IsWritten)
            {
                seen.TryRemove(new KeyValuePair<string, Note>(id, note));
            }
            else
            {
                seen.TryUpdate(id, note with { IsWritten = true }, note);
            }
        }
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        lock (ending)
        {
            // Hosts may stop their services twice at a time, and then dispose what writing needs as soon as the first of the two has come back.
            return ended ??= EndAsync(cancellationToken);
        }
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        await base.StopAsync(cancellation);
        await FlushAsync(cancellation);
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

    private sealed record Note(DateTime When, bool IsWritten);
}
