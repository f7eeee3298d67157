namespace LearningDev.Platform.Events;

/// <summary>Something that has happened, named in the past tense. Publishing it writes the audit row (ADM-03).</summary>
public interface IPortalEvent
{
    /// <summary>What it happened to.</summary>
    AuditSubject Subject { get; }

    /// <summary>What happened, as a person reads it in the audit, for example "Published Chairing skills".</summary>
    string Summary { get; }

    /// <summary>What was changed, value by value, as the audit shows it; empty where there is nothing to compare. No secrets.</summary>
    IReadOnlyList<AuditChange> Changes => [];

    /// <summary>Why it was done, in the words of who did it; empty when nobody was asked.</summary>
    string Reason => "";
}

/// <summary>A value before and after a change.</summary>
/// <param name="Name">What the value is, as a person reads it, for example "Line manager".</param>
/// <param name="Before">The value before; empty when there was none.</param>
/// <param name="After">The value after; empty when there is none any more.</param>
public sealed record AuditChange(string Name, string Before, string After);

/// <summary>What an event happened to.</summary>
/// <param name="Kind">The kind of thing, for example "Person" or "Course".</param>
/// <param name="Id">Its id; empty when there is just one of its kind.</param>
/// <param name="Name">Its name when the event happened.</param>
public sealed record AuditSubject(string Kind, string Id, string Name);

/// <summary>Publishes events: writes the audit row and runs the handlers, all in the caller's transaction.</summary>
public interface IEvents
{
    /// <summary>How many events this scope has published.</summary>
    int Published { get; }

    /// <summary>Publishes an event. An exception of a handler undoes the caller's work too.</summary>
    Task PublishAsync<TEvent>(TEvent portalEvent, CancellationToken cancellation = default) where TEvent : IPortalEvent;

    /// <summary>Publishes many events of one kind: each has its row in the audit, and each handler gets all of them at once.</summary>
    Task PublishAllAsync<TEvent>(IReadOnlyList<TEvent> portalEvents, CancellationToken cancellation = default) where TEvent : IPortalEvent;
}

/// <summary>Reacts to an event in the publisher's transaction. Handlers write rows only; what is slow or outside belongs in a job.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface IEventHandler<in TEvent> where TEvent : IPortalEvent
{
    /// <summary>Reacts to the event.</summary>
    Task HandleAsync(TEvent portalEvent, CancellationToken cancellation);

    /// <summary>Reacts to many events at once. A handler that reads what it changes does so here in one query for all.</summary>
    async Task HandleAllAsync(IReadOnlyList<TEvent> portalEvents, CancellationToken cancellation)
    {
        foreach (var portalEvent in portalEvents)
        {
            await HandleAsync(portalEvent, cancellation);
        }
    }
}
