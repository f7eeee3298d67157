using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Tasks;

namespace LearningDev.Workflows.Activities.Approving;

/// <summary>When tasks are due, and when a step that waits for people is to be looked at: for a reminder, and when nobody was in time.</summary>
internal sealed class DueDays(WorkingCalendar calendar, DateWords dates, TaskMaking tasks, Colleagues colleagues, TimeProvider time)
{
    // Reminders come when people begin to work.
    private static readonly TimeOnly Morning = new(8, 0);

    /// <summary>The last day of a task that is to be done within working days; null for no limit.</summary>
    public async Task<DateOnly?> DueOnAsync(decimal? workingDays, CancellationToken cancellation) =>
        workingDays is > 0 and < 10000 and { } days ? (await calendar.WorkingDaysAsync(cancellation)).AddWorkingDays(await calendar.TodayAsync(), (int)days) : null;

    /// <summary>True from the day after the last day.</summary>
    public async Task<bool> IsOverdueAsync(DateOnly? dueOn, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return dueOn < await calendar.TodayAsync();
    }

    /// <summary>When the step is to be looked at next, in UTC; null for never.</summary>
    public async Task<DateTime?> NextLookAsync(ActivityContext context, DateOnly? dueOn, CancellationToken cancellation)
    {
        if (dueOn is not { } due)
        {
            return null;
        }

        var days = await calendar.WorkingDaysAsync(cancellation);
        var today = await calendar.TodayAsync();
        var now = time.GetUtcNow().UtcDateTime;
        List<DateOnly> looks = [due.AddDays(1)];
        if (context.Number("RemindDays") is > 0 and { } before)
        {
            looks.Add(days.AddWorkingDays(due, -(int)before));
        }

        // Not every step that has a last day reminds again after it.
        if (today > due && context.Number("RemindAgainDays") is > 0 and { } again)
        {
            looks.Add(days.AddWorkingDays(today, (int)again));
        }

        foreach (var look in looks.Order())
        {
            if (await StartOfAsync(look) is var at && at > now)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>Reminds those who have not decided yet, once a day at most.</summary>
    public async Task RemindAsync(ActivityContext context, TaskRow task, CancellationToken cancellation)
    {
        var today = (await calendar.TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await tasks.RemindAsync(context, task, $"reminder {today}", cancellation);
    }

    /// <summary>The moment at which a day's reminders go out, in UTC.</summary>
    public async Task<DateTime> StartOfAsync(DateOnly day) => await dates.UtcAsync(day.ToDateTime(Morning)) ?? day.ToDateTime(Morning, DateTimeKind.Utc);

    /// <summary>People's names in a sentence; of many only the first.</summary>
    public async Task<string> NamesAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        const int most = 3;
        var names = await colleagues.NamesAsync(ids, cancellation);
        List<string> known = [.. ids.Select(id => names.GetValueOrDefault(id, "")).Where(name => name.Length > 0)];
        return known switch
        {
            [] => "nobody",
            [var only] => only,
            { Count: <= most } => $"{string.Join(", ", known[..^1])} and {known[^1]}",
            _ => $"{string.Join(", ", known[..(most - 1)])} and {known.Count - most + 1} others",
        };
    }

    /// <summary>Who has decided, and for whom where that is somebody else.</summary>
    public async Task<string> WhoAsync(ActivityContext context, CancellationToken cancellation)
    {
        var (seat, by, name) = (context.Input["PersonId"]?.ToString() ?? "", context.Input["ById"]?.ToString() ?? "", context.Input["ByName"]?.ToString() ?? "");
        return seat == by ? name : $"{name}, for {await NamesAsync([seat], cancellation)},";
    }
}
