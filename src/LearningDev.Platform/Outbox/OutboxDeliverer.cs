using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Outbox;

/// <summary>
/// Delivers messages that are due: takes some with a lease, marks each as being sent before it is handed over, and as delivered afterwards. Kinds are
/// delivered beside each other, messages of one kind one after the other. A message of a dead node is taken over when its lease is over, or at once
/// when that node is started again.
/// </summary>
internal sealed partial class OutboxDeliverer(
    IServiceScopeFactory scopes, ModuleRegistry registry, PortalNode node, OutboxOptions options, OutboxPayload payload, TimeProvider time,
    ILogger<OutboxDeliverer> log)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Delivers all that is due now.</summary>
    /// <param name="stopping">Ends the work after the message that is being delivered; what is taken but not begun is given back.</param>
    /// <returns>How many deliveries were tried.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken stopping = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var enabled = await scope.ServiceProvider.GetRequiredService<Features>().EnabledAsync(stopping);
        var tried = await Task.WhenAll(registry.Deliveries
            .Where(delivery => enabled.Contains(delivery.ModuleId))
            .Select(delivery => DeliverKindAsync(delivery, stopping)));
        return tried.Sum();
    }

    /// <summary>Frees what this node had taken when it died. Only for a node that has just started: its name is its own.</summary>
    public async Task<int> FreeOwnAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return await db.Set<OutboxMessage>().Where(row => row.LeaseBy == node.Name)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.LeaseBy, (string?)null).SetProperty(x => x.LeaseUntilUtc, (DateTime?)null), cancellation);
    }

    private async Task<int> DeliverKindAsync(ModuleDelivery delivery, CancellationToken stopping)
    {
        var tried = 0;
        while (!stopping.IsCancellationRequested && await TakeAsync(delivery.Kind, stopping) is { Count: > 0 } messages)
        {
            foreach (var message in messages)
            {
                if (stopping.IsCancellationRequested)
                {
                    await FreeOwnAsync(CancellationToken.None);
                    return tried;
                }

                if (await BeginAsync(message))
                {
                    await DeliverAsync(delivery, message);
                    tried++;
                }
            }
        }

        return tried;
    }

    private async Task<List<OutboxMessage>> TakeAsync(string kind, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = Now;
        const string due =
            """
            SELECT id FROM platform_outbox
            WHERE state IN ('Waiting', 'Sending') AND kind = {0} AND next_attempt_utc <= {1} AND (lease_until_utc IS NULL OR lease_until_utc <= {1})
            ORDER BY next_attempt_utc, created_utc LIMIT {2}
            """;
        var sql = $"UPDATE platform_outbox SET lease_by = {{3}}, lease_until_utc = {{4}} WHERE id IN ({due}{(db.IsSqlite ? "" : " FOR UPDATE SKIP LOCKED")}) RETURNING *";
        var taken = await db.Set<OutboxMessage>().FromSqlRaw(sql, kind, now, options.Batch, node.Name, now + options.Lease)
            .AsNoTracking().ToListAsync(cancellation);
        return [.. taken.OrderBy(message => message.NextAttemptUtc).ThenBy(message => message.CreatedUtc)];
    }

    // Committed before anything leaves the portal, so that an attempt that a crash ends counts as one.
    private async Task<bool> BeginAsync(OutboxMessage message)
    {
        message.Attempts++;
        return await ChangeAsync(message, row => row
            .SetProperty(x => x.State, OutboxState.Sending)
            .SetProperty(x => x.Attempts, message.Attempts)
            .SetProperty(x => x.LeaseUntilUtc, Now + options.Lease));
    }

    private async Task DeliverAsync(ModuleDelivery delivery, OutboxMessage message)
    {
        try
        {
            await HandOverAsync(delivery, message);
        }
        catch (Exception fault)
        {
            await FailAsync(message, fault);
            return;
        }

        await EndAsync(message, OutboxState.Delivered, error: "", keepPayload: false);
    }

    private async Task HandOverAsync(ModuleDelivery delivery, OutboxMessage message)
    {
        // Ends well before another node may think that this one is dead.
        using var limit = new CancellationTokenSource(options.Lease * 0.8);
        await using var scope = scopes.CreateAsyncScope();
        var body = payload.Unprotect(message.Payload ?? throw new UndeliverableException("The message has no content any more."), delivery.MessageType);
        await delivery.DeliverAsync(scope.ServiceProvider, body, new OutboxDelivery(message.Id, message.Key, message.Attempts), limit.Token);
    }

    private async Task FailAsync(OutboxMessage message, Exception fault)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settings = await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<OutboxSettings>();
        var error = fault is OperationCanceledException ? "There was no answer in time." : fault.Message;
        if (fault is DeliveryInDoubtException)
        {
            LogInDoubt(message.Kind, message.Id, error);
            await EndAsync(message, OutboxState.InDoubt, error, keepPayload: true);
        }
        else if (fault is UndeliverableException || message.Attempts >= settings.MaximumAttempts)
        {
            LogFailed(fault, message.Kind, message.Id, message.Attempts);
            await EndAsync(message, OutboxState.Failed, error, keepPayload: true);
        }
        else
        {
            LogRetry(message.Kind, message.Id, message.Attempts, error);
#pragma warning disable CA5394 // Chance spreads the load; nobody gains by guessing it.
            var next = Now + RetryPause.After(settings, message.Attempts, Random.Shared.NextDouble());
#pragma warning restore CA5394
            await ChangeAsync(message, row => row
                .SetProperty(x => x.State, OutboxState.Waiting)
                .SetProperty(x => x.NextAttemptUtc, next)
                .SetProperty(x => x.LastError, Shorten(error))
                .SetProperty(x => x.LeaseBy, (string?)null)
                .SetProperty(x => x.LeaseUntilUtc, (DateTime?)null));
        }
    }

    private async Task EndAsync(OutboxMessage message, OutboxState state, string error, bool keepPayload)
    {
        var changed = await ChangeAsync(message, row => row
            .SetProperty(x => x.State, state)
            .SetProperty(x => x.EndedUtc, Now)
            .SetProperty(x => x.LastError, Shorten(error))
            .SetProperty(x => x.Payload, x => keepPayload ? x.Payload : null)
            .SetProperty(x => x.LeaseBy, (string?)null)
            .SetProperty(x => x.LeaseUntilUtc, (DateTime?)null));
        if (!changed)
        {
            LogTakenOver(message.Kind, message.Id);
        }
    }

    /// <summary>Changes a message that this node has; false when another node has taken it over.</summary>
    private async Task<bool> ChangeAsync(OutboxMessage message, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<OutboxMessage>> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return await db.Set<OutboxMessage>().Where(row => row.Id == message.Id && row.LeaseBy == node.Name).ExecuteUpdateAsync(change) > 0;
    }

    private static string Shorten(string error) => error.Length <= OutboxMessage.ErrorLength ? error : string.Concat(error.AsSpan(0, OutboxMessage.ErrorLength - 1), "…");

    [LoggerMessage(LogLevel.Warning, "The {Kind} message {Id} was not delivered at attempt {Attempt} and is tried again: {Error}")]
    private partial void LogRetry(string kind, string id, int attempt, string error);

    [LoggerMessage(LogLevel.Error, "The {Kind} message {Id} is set aside after {Attempts} attempts")]
    private partial void LogFailed(Exception fault, string kind, string id, int attempts);

    [LoggerMessage(LogLevel.Error, "Whether the {Kind} message {Id} was delivered is not known: {Error}")]
    private partial void LogInDoubt(string kind, string id, string error);

    [LoggerMessage(LogLevel.Warning, "The {Kind} message {Id} took so long that another node has taken it over")]
    private partial void LogTakenOver(string kind, string id);
}
