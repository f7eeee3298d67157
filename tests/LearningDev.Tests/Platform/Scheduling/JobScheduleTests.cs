using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Scheduling;

[Requirement("ADM-05")]
public class JobScheduleTests(JobScheduleTests.PortalWithJobs portal) : IClassFixture<JobScheduleTests.PortalWithJobs>
{
    [Fact]
    public async Task RunNow_Job_RunsOnThisNodeAndIsRecorded()
    {
        await using var scope = portal.Scope();
        await scope.ServiceProvider.GetRequiredService<JobSchedule>().RunNowAsync("Message retention", CancellationToken.None);

        var runs = scope.ServiceProvider.GetRequiredService<PortalDb>().Set<JobRun>().AsNoTracking().Where(run => run.Job == "Message retention");
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await runs.AnyAsync(run => run.Outcome == JobOutcome.Done))
        {
            await looks.WaitForNextTickAsync(limit.Token);
        }
    }

    [Fact]
    public async Task BringUpToDate_TimeZoneAndConfiguration_AreFollowed()
    {
        await using var scope = portal.Scope();
        var schedule = scope.ServiceProvider.GetRequiredService<JobSchedule>();
        var scheduler = await scope.ServiceProvider.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await schedule.BringUpToDateAsync(CancellationToken.None);
        var configured = (await scheduler.GetTrigger(new TriggerKey("Job run retention", "portal"))).ShouldBeAssignableTo<ICronTrigger>();
        configured!.CronExpressionString.ShouldBe("0 45 4 * * ?");
        configured.TimeZone.Id.ShouldBe("Europe/London");

        var settings = scope.ServiceProvider.GetRequiredService<ISettings>();
        var site = await settings.GetAsync<SiteSettings>();
        site.TimeZoneId = "America/New_York";
        await settings.SaveAsync(site);
        await schedule.BringUpToDateAsync(CancellationToken.None);

        ((ICronTrigger)(await scheduler.GetTrigger(new TriggerKey("Job run retention", "portal")))!).TimeZone.Id.ShouldBe("America/New_York");
    }

    [Fact]
    public async Task Stop_TwiceAtATime_ReturnsWhenTheJobsHaveEndedAndStartsNoOtherScheduler()
    {
        await using var stopped = new PortalWithJobs();
        await stopped.InitializeAsync();
        await using var scope = stopped.Scope();
        var schedule = scope.ServiceProvider.GetRequiredService<JobSchedule>();
        var schedulers = scope.ServiceProvider.GetRequiredService<ISchedulerFactory>();
        await schedule.RunNowAsync("Message retention", CancellationToken.None);

        await await Task.WhenAny(schedule.StopAsync(CancellationToken.None), schedule.StopAsync(CancellationToken.None));

        (await schedulers.GetAllSchedulers()).ShouldBeEmpty();
        await schedule.StopAsync(CancellationToken.None);
        (await schedulers.GetAllSchedulers()).ShouldBeEmpty();
    }

    public sealed class PortalWithJobs : PortalHost
    {
        protected override void Configuration(IDictionary<string, string?> settings)
        {
            settings["Jobs:Run"] = "true";
            settings["Jobs:Jobrunretention:Schedule"] = "0 45 4 * * ?";
        }
    }
}
