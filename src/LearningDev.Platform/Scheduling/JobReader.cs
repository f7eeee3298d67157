using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LearningDev.Platform.Scheduling;

/// <summary>Reads the jobs and how their last runs went.</summary>
internal sealed class JobReader(PortalDb db, ModuleRegistry registry, Features features, JobSchedule schedule, ISettings settings, TimeProvider time)
{
    /// <summary>How many runs of each job are shown.</summary>
    public const int Runs = 5;

    /// <summary>The jobs by name.</summary>
    public async Task<IReadOnlyList<JobLine>> ReadAsync(CancellationToken cancellation)
    {
        var enabled = await features.EnabledAsync(cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<SiteSettings>(cancellation)).TimeZoneId);
        // One query for all: the last runs of each job by its index.
        var runs = await db.Set<JobRun>().Select(run => run.Job).Distinct()
            .SelectMany(job => db.Set<JobRun>().Where(run => run.Job == job).OrderByDescending(run => run.Id).Take(Runs))
            .AsNoTracking().ToListAsync(cancellation);
        var byJob = runs.ToLookup(run => run.Job);
        return
        [
            .. registry.Jobs.OrderBy(job => job.Manifest.Name, StringComparer.Ordinal).Select(job =>
            {
                var expression = schedule.ExpressionOf(job.Manifest);
                var on = enabled.Contains(job.ModuleId);
                return new JobLine(
                    job.Manifest.Name, job.Manifest.Description, ScheduleWords.Of(expression), on, on ? Next(expression, zone) : null,
                    [.. byJob[job.Manifest.Name].OrderByDescending(run => run.Id)]);
            }),
        ];
    }

    private DateTime? Next(string expression, TimeZoneInfo zone) =>
        CronExpression.TryParse(expression, out var cron) ? cron.WithTimeZone(zone).GetNextValidTimeAfter(time.GetUtcNow())?.UtcDateTime : null;
}

/// <summary>A job as administrators see it.</summary>
/// <param name="Name">The job's name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Schedule">When it runs, in words.</param>
/// <param name="On">False when its module is switched off.</param>
/// <param name="NextUtc">When it runs next; null when it does not.</param>
/// <param name="Runs">Its last runs, newest first.</param>
internal sealed record JobLine(string Name, string Description, string Schedule, bool On, DateTime? NextUtc, IReadOnlyList<JobRun> Runs);
