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
    private const int AtOnce = 100;

    public async Task<bool> EnqueueAsync<TMessage>(TMessage message, string key, DateTime? notBeforeUtc = null, CancellationToken cancellation = default)
        where TMessage : class => await EnqueueAllAsync([(message, key)], notBeforeUtc, cancellation) == 1;

    public async Task<int> EnqueueAllAsync<TMessage>(
        IReadOnlyList<(TMessage Message, string Key)> messages, DateTime? notBeforeUtc = null, CancellationToken cancellation = default)
        where TMessage : class
    {
        if (messages.Select(message => message.Key).FirstOrDefault(key => string.IsNullOrWhiteSpace(key) || key.Length > OutboxMessage.KeyLength) is { } wrong)
        {
            throw new InvalidOperationException($"A message needs a key of up to {OutboxMessage.KeyLength} characters; \"{wrong}\" is none.");
        }

        var kind = registry.Deliveries.Find(delivery => delivery.MessageType == typeof(TMessage))?.Kind
            ?? throw new InvalidOperationException($"No module delivers messages of the type {typeof(TMessage).Name}.");
        var written = 0;
        foreach (var some in messages.Chunk(AtOnce))
        {
            written += await WriteAsync(kind, some, notBeforeUtc, cancellation);
        }

        if (written > 0 && db.Database.CurrentTransaction is null)
        {
            signal.Wake();
        }
        else if (written > 0)
        {
            db.OnCommitted(signal.Wake);
        }

        return written;
    }

    // In one statement, so that two who enqueue the same key at once need no error to find out; the second waits for the first.
    private async Task<int> WriteAsync<TMessage>(string kind, (TMessage Message, string Key)[] messages, DateTime? notBeforeUtc, CancellationToken cancellation)
        where TMessage : class
    {
        var now = time.GetUtcNow().UtcDateTime;
        List<object> values = [kind, nameof(OutboxState.Waiting), now, notBeforeUtc ?? now];
        string Value(string? text)
        {
            if (text is null)
            {
                return "NULL";
            }

            values.Add(text);
            return $"{{{values.Count - 1}}}";
        }

        var trace = Activity.Current?.TraceId.ToHexString();
        var rows = messages.Select(one =>
            $"({Value(Identifiers.New())}, {{0}}, {Value(one.Key)}, {Value(About(one.Message))}, {Value(payload.Protect(one.Message))}, {{1}}, 0, {{2}}, {{3}}, '', {Value(person.Id)}, {Value(trace)})").ToList();
        var sql =
            $"""
            INSERT INTO platform_outbox
                (id, kind, key, about, payload, state, attempts, created_utc, next_attempt_utc, last_error, person_id, trace_id)
            VALUES {string.Join(", ", rows)}
            ON CONFLICT (key) DO NOTHING
            """;
        return await db.Database.ExecuteSqlRawAsync(sql, values, cancellation);
    }

    private static string About(object message)
    {
        var about = (message as IDescribedMessage)?.Description ?? "";
        return about.Length <= OutboxMessage.AboutLength ? about : about[..OutboxMessage.AboutLength];
    }
}
