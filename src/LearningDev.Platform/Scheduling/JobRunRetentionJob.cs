using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Scheduling;

/// <summary>
/// Deletes the records of runs that are older than ninety days, and after a day those of runs that had nothing to do, which a job that looks every minute has
/// more than a thousand of; but for the last of each job.
/// </summary>
internal sealed class JobRunRetentionJob(PortalDb db, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new(
        "Job run retention", "Deletes the records of runs of jobs that are older than ninety days, and of runs that had nothing to do after a day.", "0 20 2 * * ?");

    private const int Days = 90;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (before, idle) = (now.AddDays(-Days), now.AddDays(-1));
        var runs = db.Set<JobRun>();
        var deleted = await runs
            .Where(run => (run.BeganUtc < before || (run.BeganUtc < idle && run.Outcome == JobOutcome.Done && run.Said == "")) && run.Outcome != JobOutcome.Running && runs.Any(newer => newer.Job == run.Job && newer.Id > run.Id))
            .ExecuteDeleteAsync(cancellation);
        return deleted == 0 ? "" : $"{deleted} {(deleted == 1 ? "record" : "records")} deleted";
    }
}
