using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Outbox;

/// <summary>What administrators do with messages: have them tried again, or give them up. Each is in the audit.</summary>
internal sealed class OutboxCare(PortalDb db, IEvents events, OutboxSignal signal, TimeProvider time)
{
    public const int ReasonLength = 300;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Has a message tried again at once, its attempts counted anew.</summary>
    /// <returns>False when it is not there, was delivered, or is being delivered just now.</returns>
    public async Task<bool> RetryAsync(OutboxLine message, CancellationToken cancellation)
    {
        if (await RetryAsync(Open().Where(row => row.Id == message.Id), cancellation) == 0)
        {
            return false;
        }

        await events.PublishAsync(new MessageRetried(message.Id, message.Kind, message.About, message.State.ToString()), cancellation);
        return true;
    }

    /// <summary>Has all messages tried again that have failed.</summary>
    /// <param name="kind">Only those of a kind; null for all.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> RetryAllAsync(string? kind, CancellationToken cancellation)
    {
        var count = await RetryAsync(Open().Where(row => row.State == OutboxState.Failed && (kind == null || row.Kind == kind)), cancellation);
        if (count > 0)
        {
            await events.PublishAsync(new MessagesRetried(count, kind ?? ""), cancellation);
        }

        return count;
    }

    /// <summary>Gives a message up: it is not delivered, and its content is deleted.</summary>
    /// <returns>False when it is not there, was delivered, or is being delivered just now.</returns>
    public async Task<bool> GiveUpAsync(OutboxLine message, string reason, CancellationToken cancellation)
    {
        var now = Now;
        var changed = await Open().Where(row => row.Id == message.Id).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.State, OutboxState.GivenUp)
            .SetProperty(x => x.EndedUtc, now)
            .SetProperty(x => x.Payload, (string?)null), cancellation);
        if (changed == 0)
        {
            return false;
        }

        await events.PublishAsync(new MessageGivenUp(message.Id, message.Kind, message.About, message.State.ToString(), reason), cancellation);
        return true;
    }

    // Never one that a node has taken: it may be on its way.
    private IQueryable<OutboxMessage> Open() => db.Set<OutboxMessage>().Where(row => row.Payload != null && row.LeaseBy == null
        && (row.State == OutboxState.Failed || row.State == OutboxState.InDoubt || row.State == OutboxState.Waiting));

    private async Task<int> RetryAsync(IQueryable<OutboxMessage> messages, CancellationToken cancellation)
    {
        var now = Now;
        var changed = await messages.ExecuteUpdateAsync(row => row
            .SetProperty(x => x.State, OutboxState.Waiting)
            .SetProperty(x => x.Attempts, 0)
            .SetProperty(x => x.NextAttemptUtc, now)
            .SetProperty(x => x.EndedUtc, (DateTime?)null), cancellation);
        db.OnCommitted(signal.Wake);
        return changed;
    }
}

/// <summary>An administrator has had a message tried again.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Kind">Its kind, for example "email".</param>
/// <param name="About">What is known of it, for example "m…@council.example".</param>
/// <param name="Before">Where it stood before.</param>
public sealed record MessageRetried(string Id, string Kind, string About, string Before) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Message", Id, About.Length > 0 ? About : Kind);

    /// <inheritdoc />
    public string Summary => $"Had the {Kind} message ({Subject.Name}) tried again";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("State", Before, nameof(OutboxState.Waiting))];
}

/// <summary>An administrator has had all messages tried again that had failed.</summary>
/// <param name="Count">How many there were.</param>
/// <param name="Kind">Their kind; empty for all kinds.</param>
public sealed record MessagesRetried(int Count, string Kind) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Message", "", "Failed messages");

    /// <inheritdoc />
    public string Summary => Count == 1 ? "Had 1 failed message tried again" : $"Had {Count} failed messages tried again";
}

/// <summary>An administrator has given up a message.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Kind">Its kind, for example "email".</param>
/// <param name="About">What is known of it, for example "m…@council.example".</param>
/// <param name="Before">Where it stood before.</param>
/// <param name="Reason">Why, in the administrator's words.</param>
public sealed record MessageGivenUp(string Id, string Kind, string About, string Before, string Reason) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Message", Id, About.Length > 0 ? About : Kind);

    /// <inheritdoc />
    public string Summary => $"Gave up the {Kind} message ({Subject.Name}): {Reason}";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("State", Before, nameof(OutboxState.GivenUp))];
}
