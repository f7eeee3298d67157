namespace LearningDev.Platform.Scheduling;

/// <summary>
/// Work that the portal does on a schedule. One is made for each run, in a scope of its own. On several nodes a job runs on one of them at a time; it may
/// run again after the process has died in the middle of it, so what is done twice must do no harm.
/// </summary>
public interface IScheduledJob
{
    /// <summary>Does the work. What it throws is logged and shown to administrators; the next run comes as planned.</summary>
    /// <returns>What was done, in a few words for the operator's page; empty when there was nothing to do.</returns>
    Task<string> RunAsync(CancellationToken cancellation);
}

/// <summary>A job as administrators see it.</summary>
/// <param name="Name">The job's name, unique in the portal, for example "Audit retention".</param>
/// <param name="Description">One sentence that says what it does.</param>
/// <param name="Schedule">
/// When it runs unless the configuration Jobs:{name without spaces}:Schedule says otherwise: a cron expression of Quartz in the council's time zone, for
/// example "0 30 2 * * ?" for half past two at night.
/// </param>
public sealed record JobManifest(string Name, string Description, string Schedule);
