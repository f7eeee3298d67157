using System.Diagnostics;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Outbox;

/// <summary>Writes messages as rows in the caller's transaction, and wakes this node's deliverer when they are committed.</summary>
internal sealed class OutboxWriter(
    PortalDb db, ModuleRegistry registry, CurrentPerson person, OutboxPayload payload, OutboxSignal signal, TimeProvider time) : IOutbox
{
    public async Task<bool> EnqueueAsync<TMessage>(TMessage message, string key, DateTime? notBeforeUtc = null, CancellationToken cancellation = default)
        where TMessage : class
    {
        if (string.IsNullOrWhiteSpace(key) || key.Length > OutboxMessage.KeyLength)
        {
            throw new InvalidOperationException($"A message needs a key of up to {OutboxMessage.KeyLength} characters; \"{key}\" is none.");
        }

        var kind = registry.Deliveries.Find(delivery => delivery.MessageType == typeof(TMessage))?.Kind
            ?? throw new InvalidOperationException($"No module delivers messages of the type {typeof(TMessage).Name}.");
        var now = time.GetUtcNow().UtcDateTime;
        // In one statement, so that two who enqueue the same key at once need no error to find out; the second waits for the first.
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_outbox
                (id, kind, key, about, payload, state, attempts, created_utc, next_attempt_utc, last_error, person_id, trace_id)
            VALUES
                ({Identifiers.New()}, {kind}, {key}, {About(message)}, {payload.Protect(message)}, {nameof(OutboxState.Waiting)}, 0, {now},
                 {notBeforeUtc ?? now}, '', {person.Id}, {Activity.Current?.TraceId.ToHexString()})
            ON CONFLICT (key) DO NOTHING
            """,
            cancellation);
        if (written == 0)
        {
            return false;
        }

        if (db.Database.CurrentTransaction is null)
        {
            signal.Wake();
        }
        else
        {
            db.OnCommitted(signal.Wake);
        }

        return true;
    }

    private static string About(object message)
    {
        var about = (message as IDescribedMessage)?.Description ?? "";
        return about.Length <= OutboxMessage.AboutLength ? about : about[..OutboxMessage.AboutLength];
    }
}
