using LearningDev.Platform.Scheduling;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Outbox;

/// <summary>Wakes this node's deliverer when a message has been committed.</summary>
internal sealed class OutboxSignal : WakeSignal;

/// <summary>Delivers the messages of the outbox.</summary>
internal sealed class OutboxWorker(OutboxDeliverer deliverer, OutboxSignal signal, OutboxOptions options, ILogger<OutboxWorker> log) : PromptWorker(signal, options.Interval, log)
{
    protected override bool Works => options.Deliver;

    protected override Task BeginAsync(CancellationToken cancellation) => deliverer.FreeOwnAsync(cancellation);

    protected override Task WorkAsync(CancellationToken cancellation) => deliverer.DeliverDueAsync(cancellation);
}
