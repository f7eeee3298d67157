using LearningDev.Platform.Scheduling;
using Microsoft.Extensions.Logging;

namespace LearningDev.Workflows.Triggers;

/// <summary>Wakes this node's worker when work has been committed.</summary>
internal sealed class WorkSignal : WakeSignal;

/// <summary>Does the work of workflows.</summary>
internal sealed class WorkflowWorker(WorkRunner runner, WorkSignal signal, WorkflowOptions options, ILogger<WorkflowWorker> log) : PromptWorker(signal, options.Interval, log)
{
    protected override bool Works => options.Run;

    protected override Task WorkAsync(CancellationToken cancellation) => runner.RunDueAsync(cancellation);
}
