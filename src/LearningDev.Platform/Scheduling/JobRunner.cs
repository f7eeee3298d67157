using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Scheduling;

/// <summary>Runs a job once, in a scope of its own, and keeps a record of the run.</summary>
internal sealed partial class JobRunner(IServiceScopeFactory scopes, ModuleRegistry registry, PortalNode node, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>Runs a job. What it throws is logged and recorded.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="cancellation">Stops the job.</param>
    /// <returns>How it ended; null when its module is switched off or this version of the portal does not have it.</returns>
    public async Task<JobOutcome?> RunAsync(string name, CancellationToken cancellation)
    {
        if (registry.Jobs.Find(job => job.Manifest.Name == name) is not { } job)
        {
            return null;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (!(await scope.ServiceProvider.GetRequiredService<Features>().EnabledAsync(cancellation)).Contains(job.ModuleId))
        {
            return null;
        }

        var run = await BeginAsync(name, cancellation);
        try
        {
            var said = await ((IScheduledJob)scope.ServiceProvider.GetRequiredService(job.Type)).RunAsync(cancellation);
            return await EndAsync(run, JobOutcome.Done, said);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return await EndAsync(run, JobOutcome.Interrupted, "The portal was stopped.");
        }
        catch (Exception fault)
        {
            LogFailure(fault, name);
            return await EndAsync(run, JobOutcome.Failed, fault.Message);
        }
    }

    private async Task<JobRun> BeginAsync(string name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var now = time.GetUtcNow().UtcDateTime;
        // A job never runs twice at a time, so a run that has no end was ended with its node.
        await db.Set<JobRun>().Where(row => row.Job == name && row.Outcome == JobOutcome.Running).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.Outcome, JobOutcome.Interrupted).SetProperty(x => x.EndedUtc, now), cancellation);
        var run = new JobRun { Job = name, BeganUtc = now, Node = node.Name };
        db.Add(run);
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private async Task<JobOutcome> EndAsync(JobRun run, JobOutcome outcome, string said)
    {
        await using var scope = scopes.CreateAsyncScope();
        var shortened = said.Length <= JobRun.SaidLength ? said : string.Concat(said.AsSpan(0, JobRun.SaidLength - 1), "…");
        var now = time.GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobRun>().Where(row => row.Id == run.Id).ExecuteUpdateAsync(row => row
            .SetProperty(x => x.Outcome, outcome).SetProperty(x => x.Said, shortened).SetProperty(x => x.EndedUtc, now));
        return outcome;
    }

    [LoggerMessage(LogLevel.Error, "The job {Job} failed")]
    private partial void LogFailure(Exception fault, string job);
}
