using LearningDev.Platform.Modules;
using LearningDev.Platform.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace LearningDev.Platform.Scheduling;

/// <summary>Keeps Quartz's schedule as the modules, the configuration and the council's time zone say, and runs it on this node.</summary>
internal sealed partial class JobSchedule(
    ISchedulerFactory schedulers, IServiceScopeFactory scopes, ModuleRegistry registry, IConfiguration configuration, JobOptions options,
    ILogger<JobSchedule> log) : BackgroundService
{
    private const string Group = "portal";
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Lock ending = new();
    private IScheduler? running;
    private Task? ended;

    /// <summary>When a job runs: a cron expression of Quartz.</summary>
    public string ExpressionOf(JobManifest job) =>
        configuration[$"Jobs:{job.Name.Replace(" ", "", StringComparison.Ordinal)}:Schedule"] is { Length: > 0 } configured ? configured : job.Schedule;

    /// <summary>Has a job run as soon as a node is free and it is not running already.</summary>
    public async Task RunNowAsync(string name, CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        if (!await scheduler.Exists(KeyOf(name), cancellation))
        {
            await BringUpToDateAsync(cancellation);
        }

        await scheduler.TriggerJob(KeyOf(name), cancellation);
    }

    /// <summary>Writes what has changed of the schedule.</summary>
    public async Task BringUpToDateAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        await using var scope = scopes.CreateAsyncScope();
        var site = await scope.ServiceProvider.GetRequiredService<ISettings>().GetAsync<SiteSettings>(cancellation);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(site.TimeZoneId);
        foreach (var job in registry.Jobs)
        {
            var expression = ExpressionOf(job.Manifest);
            var key = new TriggerKey(job.Manifest.Name, Group);
            if (await scheduler.GetTrigger(key, cancellation) is ICronTrigger known && known.CronExpressionString == expression && known.TimeZone.Id == zone.Id)
            {
                continue;
            }

            var detail = JobBuilder.Create<ModuleJobRun>().WithIdentity(KeyOf(job.Manifest.Name)).StoreDurably().RequestRecovery().Build();
            var trigger = TriggerBuilder.Create().WithIdentity(key).ForJob(detail.Key)
                .WithCronSchedule(expression, cron => cron.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(detail, trigger, ScheduleJobOptions.Replacing, cancellation);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        Task end;
        lock (ending)
        {
            // Hosts may stop their services twice at a time, and then dispose what jobs use as soon as the first of the two has come back.
            end = ended ??= EndAsync(cancellationToken);
        }

        await end;
    }

    // The scheduler may have been made by somebody who asked for a job before this service came to it.
    private async Task EndAsync(CancellationToken cancellation)
    {
        foreach (var scheduler in await schedulers.GetAllSchedulers(cancellation))
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellation);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Run)
        {
            return;
        }

        await Task.Yield();
        var started = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BringUpToDateAsync(stoppingToken);
                running ??= await schedulers.GetScheduler(stoppingToken);
                if (!started)
                {
                    await running.Start(stoppingToken);
                    started = true;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailure(fault);
            }

            await Task.Delay(Look, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static JobKey KeyOf(string name) => new(name, Group);

    [LoggerMessage(LogLevel.Error, "The schedule could not be brought up to date; it is tried again in a minute")]
    private partial void LogFailure(Exception fault);
}
