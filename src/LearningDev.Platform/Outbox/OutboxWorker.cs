using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Outbox;

/// <summary>Delivers as soon as this node has committed a message, and looks every few seconds for what has come due otherwise.</summary>
internal sealed partial class OutboxWorker(OutboxDeliverer deliverer, OutboxSignal signal, OutboxOptions options, ILogger<OutboxWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Deliver)
        {
            return;
        }

        // The host goes on starting meanwhile.
        await Task.Yield();
        var first = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (first)
                {
                    await deliverer.FreeOwnAsync(stoppingToken);
                    first = false;
                }

                await deliverer.DeliverDueAsync(stoppingToken);
                await signal.WaitAsync(options.Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The portal stops.
            }
            catch (Exception fault)
            {
                // The database may be away for a while; the messages wait in it.
                LogFailure(fault);
                await Task.Delay(options.Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be delivered; it is tried again")]
    private partial void LogFailure(Exception fault);
}
