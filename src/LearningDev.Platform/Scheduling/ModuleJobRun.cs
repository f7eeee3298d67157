using Quartz;

namespace LearningDev.Platform.Scheduling;

/// <summary>What Quartz runs: the job whose name its key has.</summary>
[DisallowConcurrentExecution]
internal sealed class ModuleJobRun(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
