using System.Globalization;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Activities.Approving;
using LearningDev.Workflows.Conditions;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Templates;
using LearningDev.Workflows.Triggers;

namespace LearningDev.Workflows.Activities.Waiting;

/// <summary>Waits for a number of working days, or until a day that a field says.</summary>
internal sealed class WaitTask(WorkingCalendar calendar, CaseValues values, DueDays due, TimeProvider time) : IActivity
{
    public string Name => "WaitTask";

    public string DisplayName => "Wait until";

    public string Description => "Waits for a number of working days, or until a day that a field says.";

    public string Category => ActivityCategories.Waiting;

    public ActivityKind Kind => ActivityKind.Waiting;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Until", "Until when", PropertyKind.Choice) { IsRequired = true, Default = "Days", Choices = [new("Days", "A number of working days from now"), new("Field", "A day in a field")] },
        new("Days", "Working days", PropertyKind.WorkingDays) { IsRequired = true, Default = 1, OnlyWhen = "Until", OnlyWhenIs = ["Days"] },
        new("Field", "Field", PropertyKind.Field, "When it says nothing, or a day that is over, it goes on at once") { IsRequired = true, OnlyWhen = "Until", OnlyWhenIs = ["Field"] },
        new("Before", "Working days before it", PropertyKind.WorkingDays) { OnlyWhen = "Until", OnlyWhenIs = ["Field"] },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record) == "Field" ? Properties[2].ReadText(record)
        : Properties[1].ReadText(record) is var days && days == "1" ? "1 working day" : $"{days} working days";

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var working = await calendar.WorkingDaysAsync(cancellation);
        DateOnly until;
        if (context.Text("Until") == "Field")
        {
            var value = await values.ReadAsync(context.State, context.Text("Field"), cancellation);
            if (value.Values is not [var text, ..] || !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return ActivityResult.Leave("Done");
            }

            until = context.Number("Before") is > 0 and { } before ? working.AddWorkingDays(day, -(int)before) : day;
        }
        else
        {
            until = working.AddWorkingDays(await calendar.TodayAsync(), (int)Math.Clamp(context.Number("Days") ?? 1, 0, 10_000));
        }

        var at = await due.StartOfAsync(until);
        if (at <= time.GetUtcNow().UtcDateTime)
        {
            return ActivityResult.Leave("Done");
        }

        context.Note("Until", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        context.Say($"It waits until {DateWords.Day(until)}");
        return ActivityResult.Wait(dueUtc: at);
    }

    public Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation) =>
        Task.FromResult(context.IsTimer ? ActivityResult.Leave("Done") : ActivityResult.Ignore);
}

/// <summary>Starts cases at times, or waits for the next of such times (Orchard Core's timer).</summary>
internal sealed class TimerEvent(TimerTimes times, TimeProvider time) : IActivity
{
    public const string ActivityName = "TimerEvent";

    public string Name => ActivityName;

    public string DisplayName => "Timer";

    public string Description => "Starts a workflow at times, such as every Monday morning; within a workflow it waits for the next of them.";

    public string Category => ActivityCategories.Waiting;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("CronExpression", "When", PropertyKind.Text, "A cron expression of five fields: minute, hour, day of the month, month, day of the week. For example 0 8 * * 1 for 8am every Monday")
        {
            IsRequired = true, Default = "0 8 * * 1-5",
        },
        new("UseLocalTime", "By the council’s clocks", PropertyKind.YesNo) { Default = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) =>
        TimerTimes.Problem(Properties[0].ReadText(record)) is { } problem ? [problem] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var next = await times.NextAsync(context.Text("CronExpression"), context.YesNo("UseLocalTime"), time.GetUtcNow().UtcDateTime, cancellation)
            ?? throw new ActivityException("There is no such time any more");
        return ActivityResult.Wait(dueUtc: next);
    }

    public Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation) =>
        Task.FromResult(context.IsTimer ? ActivityResult.Leave("Done") : ActivityResult.Ignore);
}

/// <summary>Waits for a signal, or is started by one (Orchard Core's signal).</summary>
internal sealed class SignalEvent(CaseTexts texts) : IActivity
{
    public const string ActivityName = "SignalEvent";

    public string Name => ActivityName;

    public string DisplayName => "Wait for a signal";

    public string Description => "Waits until a module, or another workflow, says that something has happened.";

    public string Category => ActivityCategories.Waiting;

    public ActivityKind Kind => ActivityKind.Event;

    public IReadOnlyList<ActivityProperty> Properties { get; } = [new("SignalName", "Signal", PropertyKind.Template) { IsRequired = true, IsExpression = true }];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation) => Task.FromResult(ActivityResult.Wait(ActivityName));

    public async Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation)
    {
        var name = await texts.FillAsync(context, "SignalName", cancellation);
        if (!string.Equals(context.Input[WorkflowSignals.NameKey]?.ToString(), name, StringComparison.OrdinalIgnoreCase))
        {
            return ActivityResult.Ignore;
        }

        context.Note("Signal", name);
        if (!context.IsStart)
        {
            // What came with it can be used by what follows.
            foreach (var (key, value) in context.Input.Where(pair => pair.Key != WorkflowSignals.NameKey))
            {
                context.CaseInput[key] = value?.DeepClone();
            }
        }

        return ActivityResult.Leave("Done");
    }
}

/// <summary>Sends a signal to other cases.</summary>
internal sealed class SendSignalTask(WorkWriter work, CaseTexts texts) : IActivity
{
    public string Name => "SendSignalTask";

    public string DisplayName => "Send a signal";

    public string Description => "Tells other cases about the same thing that something has happened.";

    public string Category => ActivityCategories.Waiting;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("SignalName", "Signal", PropertyKind.Template) { IsRequired = true },
        new("About", "About", PropertyKind.Template, "The id of what it is about") { Default = "{{ case.correlation }}" },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var about = await texts.FillAsync(context, "About", cancellation);
        work.Event(SignalEvent.ActivityName, about.Length <= CaseRow.CorrelationLength ? about : "", WorkflowSignals.Input(await texts.FillAsync(context, "SignalName", cancellation), []));
        return ActivityResult.Leave("Done");
    }
}
