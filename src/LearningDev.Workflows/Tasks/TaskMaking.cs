using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Tasks.Assigning;
using LearningDev.Workflows.Tasks.Away;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks;

/// <summary>What is asked of people.</summary>
internal sealed record TaskOrder(TaskKind Kind, string Title, string Instructions, IReadOnlyList<DecisionButton> Buttons, IReadOnlyList<Assignee> People)
{
    public DecisionRule Rule { get; init; }

    public int Needed { get; init; } = 1;

    public bool AllowsBulk { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>Makes tasks of steps, gives them to more people, reminds of them and closes them, all in the burst's transaction.</summary>
internal sealed class TaskMaking(PortalDb db, IWorkflowLetters letters, Colleagues colleagues, Deputies deputies, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes a task and tells the people.</summary>
    public async Task<TaskRow> MakeAsync(ActivityContext context, TaskOrder order, CancellationToken cancellation)
    {
        var owner = context.OwnerId is { } id ? (await colleagues.NamesAsync([id], cancellation)).GetValueOrDefault(id, "") : "";
        var task = new TaskRow
        {
            CaseId = context.CaseId,
            TypeId = context.Definition.WorkflowTypeId,
            ActivityId = context.Record.ActivityId,
            Visit = context.Visit,
            Kind = order.Kind,
            Title = Shorten(order.Title, TaskRow.TitleLength),
            Instructions = order.Instructions,
            CaseTitle = Shorten(context.CaseTitle, TaskRow.TitleLength),
            CorrelationId = context.CorrelationId,
            OwnerId = context.OwnerId,
            OwnerName = owner,
            Buttons = JsonSerializer.Serialize(order.Buttons, PortalJson.Compact),
            Rule = order.Rule,
            Needed = order.Needed,
            AllowsBulk = order.AllowsBulk,
            CreatedUtc = Now,
            DueOn = order.DueOn,
        };
        db.Add(task);
        db.AddRange(order.People.Select(person => Seat(task, person)));
        await db.SaveChangesAsync(cancellation);
        await TellAsync(context, task, WorkflowLetterKind.TaskGiven, [.. order.People.Select(person => person.PersonId)], "given", cancellation);
        return task;
    }

    /// <summary>The open task of this visit of a step; null when there is none.</summary>
    public Task<TaskRow?> FindOpenAsync(ActivityContext context, CancellationToken cancellation) => db.WorkflowTasks.AsNoTracking().SingleOrDefaultAsync(
        task => task.CaseId == context.CaseId && task.ActivityId == context.Record.ActivityId && task.Visit == context.Visit && task.State == TaskState.Open, cancellation);

    /// <summary>The seats of a task.</summary>
    public Task<List<SeatRow>> SeatsAsync(string taskId, CancellationToken cancellation) => db.TaskSeats.AsNoTracking().Where(seat => seat.TaskId == taskId).ToListAsync(cancellation);

    /// <summary>Asks more people; those who are asked already are left out.</summary>
    public async Task<IReadOnlyList<Assignee>> AddAsync(ActivityContext context, TaskRow task, IReadOnlyList<Assignee> people, CancellationToken cancellation)
    {
        var seated = (await SeatsAsync(task.Id, cancellation)).Select(seat => seat.PersonId).ToHashSet();
        List<Assignee> added = [.. people.Where(person => !seated.Contains(person.PersonId))];
        db.AddRange(added.Select(person => Seat(task, person)));
        await db.SaveChangesAsync(cancellation);
        await TellAsync(context, task, WorkflowLetterKind.TaskEscalated, [.. added.Select(person => person.PersonId)], "escalated", cancellation);
        return added;
    }

    /// <summary>Tells those who have not decided yet.</summary>
    public async Task RemindAsync(ActivityContext context, TaskRow task, string about, CancellationToken cancellation)
    {
        var open = (await SeatsAsync(task.Id, cancellation)).Where(seat => seat.State == SeatState.Open).Select(seat => seat.PersonId).ToList();
        await TellAsync(context, task, WorkflowLetterKind.TaskReminder, open, about, cancellation);
    }

    /// <summary>Ends a task.</summary>
    public async Task CloseAsync(string taskId, TaskState state, string outcome, CancellationToken cancellation)
    {
        var now = Now;
        await db.WorkflowTasks.Where(task => task.Id == taskId && task.State == TaskState.Open).ExecuteUpdateAsync(
            set => set.SetProperty(task => task.State, state).SetProperty(task => task.Outcome, outcome).SetProperty(task => task.EndedUtc, now).SetProperty(task => task.Revision, task => task.Revision + 1),
            cancellation);
        await db.TaskSeats.Where(seat => seat.TaskId == taskId && seat.State == SeatState.Open).ExecuteUpdateAsync(set => set.SetProperty(seat => seat.State, SeatState.Closed), cancellation);
    }

    private async Task TellAsync(ActivityContext context, TaskRow task, WorkflowLetterKind kind, IReadOnlyList<string> people, string about, CancellationToken cancellation)
    {
        if (people.Count == 0)
        {
            return;
        }

        await SendAsync(context, task, kind, people, about, "", cancellation);
        foreach (var (deputy, names) in await StandInsAsync(task, people, cancellation))
        {
            await SendAsync(context, task, kind, [deputy], about, names, cancellation);
        }
    }

    /// <summary>Who decides for those of the people who are away, with the names of these; those who are asked themselves, or would decide about their own request, are left out.</summary>
    private async Task<IReadOnlyList<(string Deputy, string Names)>> StandInsAsync(TaskRow task, IReadOnlyList<string> people, CancellationToken cancellation)
    {
        var delegates = await deputies.DelegatesOfAsync(people, cancellation);
        if (delegates.Count == 0)
        {
            return [];
        }

        var seated = (await SeatsAsync(task.Id, cancellation)).Select(seat => seat.PersonId).ToHashSet();
        var names = await colleagues.NamesAsync([.. delegates.Keys], cancellation);
        return
        [
            .. delegates.Where(pair => !seated.Contains(pair.Value) && pair.Value != task.OwnerId).GroupBy(pair => pair.Value, pair => names.GetValueOrDefault(pair.Key, "somebody"))
                .Select(group => (group.Key, string.Join(" and ", group.Order(StringComparer.CurrentCulture)))),
        ];
    }

    /// <param name="context">The step.</param>
    /// <param name="task">Its task.</param>
    /// <param name="kind">What the letter is about.</param>
    /// <param name="people">Who gets it.</param>
    /// <param name="about">What makes it one of its kind for this task.</param>
    /// <param name="absent">The names of those who are away and for whom the people decide; empty when they are asked themselves.</param>
    /// <param name="cancellation">Stops it.</param>
    private async Task SendAsync(
        ActivityContext context, TaskRow task, WorkflowLetterKind kind, IReadOnlyList<string> people, string about, string absent, CancellationToken cancellation)
    {
        var isOwn = task.Kind != TaskKind.Decision && absent.Length == 0;
        var due = task.DueOn is { } day ? $"\n\nPlease do so by {DateWords.Day(day)}." : "";
        var who = task.OwnerName.Length > 0 && !isOwn ? $"{task.OwnerName} waits for it." : "";
        var why = absent.Length > 0 ? $" while {absent} {(absent.Contains(" and ", StringComparison.Ordinal) ? "are" : "is")} away" : "";
        var first = kind switch
        {
            WorkflowLetterKind.TaskReminder => $"This still waits for you{why}:",
            WorkflowLetterKind.TaskEscalated => $"This was not decided in time, so it is put before you{why}:",
            _ => $"This waits for you{why}:",
        };
        var text = $"{first}\n\n{task.Title}\n\n{task.Instructions}\n\n{who}{due}".Replace("\n\n\n\n", "\n\n", StringComparison.Ordinal);
        await letters.SendAsync(
            new WorkflowLetter(
                isOwn && kind == WorkflowLetterKind.TaskGiven ? WorkflowLetterKind.RequestReturned : kind, people,
                kind == WorkflowLetterKind.TaskReminder ? $"Reminder: {task.Title}" : task.Title, text, WorkflowLinks.Task(task.Id), context.Key(about)),
            cancellation);
    }

    private static SeatRow Seat(TaskRow task, Assignee person) =>
        new() { TaskId = task.Id, PersonId = person.PersonId, Via = Shorten(person.Via, 200), DueOn = task.DueOn ?? DateOnly.MaxValue };

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
