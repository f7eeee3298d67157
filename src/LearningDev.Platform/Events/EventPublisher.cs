using System.Text.Json;
using LearningDev.Platform.Audit;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting.Metrics;
using LearningDev.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Events;

internal sealed class EventPublisher(PortalDb db, CurrentPerson person, TimeProvider time, PortalMetrics metrics, IServiceProvider services) : IEvents
{
    public int Published { get; private set; }

    public Task PublishAsync<TEvent>(TEvent portalEvent, CancellationToken cancellation = default) where TEvent : IPortalEvent =>
        PublishAllAsync<TEvent>([portalEvent], cancellation);

    public async Task PublishAllAsync<TEvent>(IReadOnlyList<TEvent> portalEvents, CancellationToken cancellation = default) where TEvent : IPortalEvent
    {
        // The audit's rows are written when this is committed, together with all that the handlers write.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        foreach (var portalEvent in portalEvents)
        {
            db.Record(new AuditEntry
            {
                OccurredUtc = AuditEntry.ToMicroseconds(time.GetUtcNow().UtcDateTime),
                PersonId = person.Id,
                PersonName = AuditEntry.Shorten(person.Name, AuditEntry.PersonNameLength),
                Event = typeof(TEvent).Name,
                SubjectKind = portalEvent.Subject.Kind,
                SubjectId = portalEvent.Subject.Id,
                SubjectName = AuditEntry.Shorten(portalEvent.Subject.Name),
                Summary = AuditEntry.Shorten(portalEvent.Summary),
                Data = JsonSerializer.Serialize(portalEvent, PortalJson.Compact),
                Changes = AuditEntry.Write(portalEvent.Changes),
                Reason = AuditEntry.Shorten(portalEvent.Reason, AuditEntry.ReasonLength),
            });
        }

        Published += portalEvents.Count;
        db.OnCommitted(() => metrics.CountAuditRows(typeof(TEvent).Name, portalEvents.Count));
        foreach (var handler in services.GetServices<IEventHandler<TEvent>>())
        {
            await (portalEvents is [var only] ? handler.HandleAsync(only, cancellation) : handler.HandleAllAsync(portalEvents, cancellation));
        }

        await db.SaveChangesAsync(cancellation);
        if (own is not null)
        {
            await own.CommitAsync(cancellation);
        }
    }
}
