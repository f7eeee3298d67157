using LearningDev.Platform.Ui;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Assigning;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Approving;

/// <summary>Asks the person whose request it is: to answer a question, or to change what was asked for and send it again. Everything else of the request stays as it is.</summary>
internal sealed class RequesterTask(TaskMaking tasks, CaseTexts texts, DueDays due) : IActivity
{
    public const string SentAgain = "Sent again";
    public const string Answered = "Answered";
    public const string NotInTime = "Not in time";

    public string Name => "RequesterTask";

    public string DisplayName => "Ask the person who asked";

    public string Description => "Sends a request back to be changed and sent again, or asks a question about it.";

    public string Category => ActivityCategories.People;

    public ActivityKind Kind => ActivityKind.Waiting;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Mode", "What for", PropertyKind.Choice)
        {
            IsRequired = true, Default = "Change", Choices = [new("Change", "To change it and send it again"), new("Answer", "To answer a question")],
        },
        new("TaskTitle", "What is asked", PropertyKind.Template) { IsRequired = true, Default = "Change {{ case.title }} and send it again" },
        new("Instructions", "What to do", PropertyKind.Template, "What whoever sent it back has said is shown below it"),
        new("DueDays", "To be done within", PropertyKind.WorkingDays, "In working days. Empty for no limit"),
        new("RemindDays", "Remind before that", PropertyKind.WorkingDays, "In working days before the last day") { Default = 1 },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) =>
    [
        Properties[0].ReadText(record) == "Answer" ? Answered : SentAgain,
        .. Properties[3].ReadText(record).Length > 0 ? [NotInTime] : (string[])[],
    ];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (context.OwnerId is not { } owner)
        {
            throw new ActivityException("The case belongs to nobody who could be asked");
        }

        var dueOn = await due.DueOnAsync(context.Number("DueDays"), cancellation);
        var answers = context.Text("Mode") == "Answer";
        var task = await tasks.MakeAsync(
            context,
            new TaskOrder(
                answers ? TaskKind.Answer : TaskKind.Change, await texts.FillAsync(context, "TaskTitle", cancellation), await texts.FillAsync(context, "Instructions", cancellation),
                [new DecisionButton { Name = answers ? Answered : SentAgain, Meaning = DecisionMeaning.Agree, NeedsComment = answers }],
                [new Assignee(owner, Relationships.Words(Relationships.Owner))])
            { DueOn = dueOn },
            cancellation);
        context.Note("Task", task.Id);
        context.Say($"{(answers ? "A question was put to" : "It went back to")} {await due.NamesAsync([owner], cancellation)}{(dueOn is { } day ? $", to be done by {DateWords.Day(day)}" : "")}");
        return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, dueOn, cancellation));
    }

    public async Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await tasks.FindOpenAsync(context, cancellation) is not { } task)
        {
            return ActivityResult.Ignore;
        }

        if (context.IsTimer)
        {
            if (!await due.IsOverdueAsync(task.DueOn, cancellation))
            {
                await due.RemindAsync(context, task, cancellation);
                return ActivityResult.Wait(dueUtc: await due.NextLookAsync(context, task.DueOn, cancellation));
            }

            await tasks.CloseAsync(task.Id, TaskState.Withdrawn, NotInTime, cancellation);
            context.Say("There was no answer in time");
            return ActivityResult.Leave(NotInTime);
        }

        if (!context.Input.ContainsKey("Button"))
        {
            return ActivityResult.Ignore;
        }

        var comment = context.Input["Comment"]?.ToString() ?? "";
        var what = task.Kind == TaskKind.Answer ? "answered" : "sent it again";
        context.Say($"{await due.WhoAsync(context, cancellation)} {what}{(comment.Length > 0 ? $": {comment}" : "")}");
        await tasks.CloseAsync(task.Id, TaskState.Decided, context.Input["Button"]!.ToString(), cancellation);
        return ActivityResult.Leave(Outcomes(context.Record)[0]);
    }

    public async Task CancelAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await tasks.FindOpenAsync(context, cancellation) is { } task)
        {
            await tasks.CloseAsync(task.Id, TaskState.Withdrawn, "", cancellation);
        }
    }
}
