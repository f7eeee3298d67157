using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Activities.Waiting;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace LearningDev.Workflows.Triggers;

/// <summary>When timers are due, and the rows by which workflows are started at times: each type that is switched on has one for each of its start timers.</summary>
internal sealed class TimerTimes(PortalDb db, ISettings settings, TimeProvider time)
{
    private static readonly ActivityProperty When = new("CronExpression", "", PropertyKind.Text);
    private static readonly ActivityProperty Local = new("UseLocalTime", "", PropertyKind.YesNo);

    /// <summary>What is wrong with a cron expression of five fields; null when nothing is.</summary>
    public static string? Problem(string expression) =>
        CronExpression.TryParse(expression, CronFormat.Unix, out _) ? null : $"“{expression}” is no cron expression of five fields";

    /// <summary>The next time after a moment, in UTC; null when there is none.</summary>
    public async Task<DateTime?> NextAsync(string expression, bool local, DateTime afterUtc, CancellationToken cancellation)
    {
        var zone = local ? TimeZoneInfo.FindSystemTimeZoneById((await settings.GetAsync<SiteSettings>(cancellation)).TimeZoneId) : TimeZoneInfo.Utc;
        return CronExpression.TryParse(expression, CronFormat.Unix, out var cron) ? cron.WithTimeZone(zone).GetNextValidTimeAfter(new DateTimeOffset(afterUtc, TimeSpan.Zero))?.UtcDateTime : null;
    }

    /// <summary>Plans the next starts of a type anew; none when it is switched off.</summary>
    public async Task PlanAsync(string typeId, bool isEnabled, WorkflowDefinition definition, CancellationToken cancellation)
    {
        await db.WorkflowWork.Where(row => row.TypeId == typeId && row.EventName == TimerEvent.ActivityName).ExecuteDeleteAsync(cancellation);
        foreach (var activity in isEnabled ? definition.Activities.Where(activity => activity.IsStart && activity.Name == TimerEvent.ActivityName) : [])
        {
            await PlanAsync(typeId, activity, cancellation);
        }
    }

    /// <summary>Plans the next start by a timer.</summary>
    public async Task PlanAsync(string typeId, ActivityRecord activity, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await NextAsync(When.ReadText(activity), Local.Read(activity) is null || Local.ReadText(activity) == "true", now, cancellation) is { } next)
        {
            db.Add(new WorkRow
            {
                Kind = WorkKind.Start,
                EventName = TimerEvent.ActivityName,
                TypeId = typeId,
                ActivityId = activity.ActivityId,
                Input = """{"Timer":true}""",
                CreatedUtc = now,
                NextUtc = next,
            });
            await db.SaveChangesAsync(cancellation);
        }
    }
}
