using System.Collections.Concurrent;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Outbox;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Outbox;

/// <summary>A message that the tests send.</summary>
internal sealed record Parcel(string Content) : IDescribedMessage
{
    string IDescribedMessage.Description => "a parcel";
}

/// <summary>A portal with a kind of message of its own, whose deliveries the test answers.</summary>
public class OutboxPortal : PortalHost
{
    internal const string Kind = "parcel";

    internal ConcurrentQueue<(Parcel Parcel, OutboxDelivery Delivery)> Delivered { get; } = [];

    /// <summary>What happens when a parcel is delivered.</summary>
    internal Func<OutboxDelivery, Task> Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>The module that the parcels belong to.</summary>
    protected virtual string Module => "LearningDev.Platform";

    internal async Task<OutboxMessage> EnqueueAsync(string key, string content = "A secret", DateTime? notBefore = null)
    {
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<IOutbox>().EnqueueAsync(new Parcel(content), key, notBefore);
        return await MessageAsync(key);
    }

    internal async Task<OutboxMessage> MessageAsync(string key)
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<OutboxMessage>().AsNoTracking().SingleAsync(row => row.Key == key);
    }

    internal async Task<int> DeliverAsync()
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<OutboxDeliverer>().DeliverDueAsync();
    }

    internal int TimesDelivered(string key) => Delivered.Count(delivery => delivery.Delivery.Key == key);

    protected override void Configure(IServiceCollection services)
    {
        var registry = (ModuleRegistry)services.Single(service => service.ServiceType == typeof(ModuleRegistry)).ImplementationInstance!;
        registry.Deliveries.Add(new ModuleDelivery(Module, Kind, typeof(Parcel), async (_, message, delivery, _) =>
        {
            Delivered.Enqueue(((Parcel)message, delivery));
            await Answer(delivery);
        }));
    }
}
