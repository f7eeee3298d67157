using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Scheduling;

/// <summary>
/// Does what is kept in rows as soon as this node has committed some of it, and looks every few seconds for what has come due or been left otherwise. What goes wrong is logged
/// and tried again: the database may be away for a while, and the rows wait in it.
/// </summary>
/// <param name="signal">Wakes it.</param>
/// <param name="interval">How long it sleeps at the most.</param>
/// <param name="log">Where failures go.</param>
public abstract partial class PromptWorker(WakeSignal signal, TimeSpan interval, ILogger log) : BackgroundService
{
    /// <summary>False where this node does no such work.</summary>
    protected virtual bool Works => true;

    /// <summary>Tidies up, once, before the first work. It is tried again until it goes well.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Does all that is due.</summary>
    protected abstract Task WorkAsync(CancellationToken cancellation);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!Works)
        {
            return;
        }

        // The host goes on starting meanwhile.
        await Task.Yield();
        var hasBegun = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!hasBegun)
                {
                    await BeginAsync(stoppingToken);
                    hasBegun = true;
                }

                await WorkAsync(stoppingToken);
                await signal.WaitAsync(interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The portal stops.
            }
            catch (Exception fault)
            {
                LogFailure(log, GetType().Name, fault);
                await Task.Delay(interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Worker} could not do its work; it is tried again")]
    private static partial void LogFailure(ILogger log, string worker, Exception fault);
}
