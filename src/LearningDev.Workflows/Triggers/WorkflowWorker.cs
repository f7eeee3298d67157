using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Workflows.Triggers;

/// <summary>Does work as soon as this node has committed it, and looks every few seconds for what has come otherwise.</summary>
internal sealed partial class WorkflowWorker(WorkRunner runner, WorkSignal signal, WorkflowOptions options, ILogger<WorkflowWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Run)
        {
            return;
        }

        // The host goes on starting meanwhile.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await runner.RunDueAsync(stoppingToken);
                await signal.WaitAsync(options.Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The portal stops.
            }
            catch (Exception fault)
            {
                // The database may be away for a while; the work waits in it.
                LogFailure(fault);
                await Task.Delay(options.Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The work of workflows could not be done; it is tried again")]
    private partial void LogFailure(Exception fault);
}
