using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks.Away;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks.Deciding;

/// <summary>What came of a decision.</summary>
internal enum DecisionOutcome
{
    /// <summary>It counts.</summary>
    Taken,

    /// <summary>There is no such task for this person.</summary>
    NotThere,

    /// <summary>Somebody else was quicker, or it is not needed any more.</summary>
    TooLate,

    /// <summary>The task has no such button.</summary>
    NoSuchButton,

    /// <summary>Whoever presses the button must say why.</summary>
    NeedsComment,

    /// <summary>What was sent back is not complete, so it cannot be sent again.</summary>
    NotComplete,
}

/// <summary>Takes the decisions of people about tasks, each with the burst that follows from it (WFL-03). Of two who decide at once one wins, and the other is told.</summary>
internal sealed class TaskDecisions(
    PortalDb db, CaseRunner runner, Deputies deputies, ContentItems items, Lazy<IEnumerable<IRequestForms>> forms, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>Takes a decision in the name of the current person.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="button">The button's name.</param>
    /// <param name="comment">Why, up to <see cref="SeatRow.CommentLength"/> characters; may be empty unless the button needs it.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DecisionOutcome> DecideAsync(string taskId, string button, string comment, CancellationToken cancellation)
    {
        if (await db.WorkflowTasks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == taskId, cancellation) is not { } task
            || await SeatAsync(task, cancellation) is not { } seat)
        {
            return DecisionOutcome.NotThere;
        }

        if (ButtonsOf(task).FirstOrDefault(one => one.Name == button) is not { } pressed)
        {
            return DecisionOutcome.NoSuchButton;
        }

        if (comment.Length == 0 && (pressed.NeedsComment || task.Kind == TaskKind.Answer))
        {
            return DecisionOutcome.NeedsComment;
        }

        if (task.Kind == TaskKind.Change && !await CanBeSentAsync(task, cancellation))
        {
            return DecisionOutcome.NotComplete;
        }

        await using var own = await db.BeginIfNeededAsync(cancellation);
        await db.TakeCaseAsync(task.CaseId, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var taken = await db.TaskSeats
            .Where(row => row.TaskId == taskId && row.PersonId == seat && row.State == SeatState.Open && db.Set<TaskRow>().Any(one => one.Id == taskId && one.State == TaskState.Open))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, SeatState.Decided).SetProperty(row => row.Decision, button).SetProperty(row => row.Comment, comment)
                    .SetProperty(row => row.DecidedById, person.Id).SetProperty(row => row.DecidedByName, person.Name).SetProperty(row => row.DecidedUtc, now),
                cancellation);
        if (taken == 0)
        {
            return DecisionOutcome.TooLate;
        }

        await events.PublishAsync(new TaskDecided(taskId, task.Title, task.CaseId, button) { Reason = comment }, cancellation);
        var input = new JsonObject { ["TaskId"] = taskId, ["PersonId"] = seat, ["ById"] = person.Id, ["ByName"] = person.Name, ["Button"] = button, ["Comment"] = comment };
        if (!await runner.ResumeAsync(task.CaseId, task.ActivityId, task.Visit, input, cancellation))
        {
            throw new InvalidOperationException($"The task {taskId} is open, but its case does not wait for it.");
        }

        await db.CommitAsync(own);
        return DecisionOutcome.Taken;
    }

    /// <summary>The buttons of a task.</summary>
    public static IReadOnlyList<DecisionButton> ButtonsOf(TaskRow task) => JsonSerializer.Deserialize<List<DecisionButton>>(task.Buttons, PortalJson.Compact)!;

    private async Task<bool> CanBeSentAsync(TaskRow task, CancellationToken cancellation)
    {
        if (task.CorrelationId.Length > 0 && await items.FindAsync(task.CorrelationId, VersionChoice.Latest, cancellation) is { } item)
        {
            foreach (var form in forms.Value.Where(form => form.ChangeUrl(item.ContentType, item.ContentItemId) is not null))
            {
                if (!await form.CanBeSentAsync(item.ContentType, item.ContentItemId, cancellation))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The person for whom the current person decides: themselves first, else somebody who is away; null when the task is none of theirs.</summary>
    private async Task<string?> SeatAsync(TaskRow task, CancellationToken cancellation)
    {
        var mine = await deputies.SeatsOfAsync(person.Id!, cancellation);
        var seats = await db.TaskSeats.Where(row => row.TaskId == task.Id && mine.Contains(row.PersonId)).Select(row => new { row.PersonId, row.State }).ToListAsync(cancellation);
        // Nobody decides about their own request for somebody else.
        return seats.Where(row => row.PersonId == person.Id || task.OwnerId != person.Id)
            .OrderBy(row => row.State).ThenBy(row => row.PersonId == person.Id ? 0 : 1).ThenBy(row => row.PersonId, StringComparer.Ordinal).FirstOrDefault()?.PersonId;
    }
}

/// <summary>Somebody has decided about a task.</summary>
/// <param name="TaskId">The task's id.</param>
/// <param name="Title">What it asks for.</param>
/// <param name="CaseId">The case's id.</param>
/// <param name="Button">The button that was pressed.</param>
public sealed record TaskDecided(string TaskId, string Title, string CaseId, string Button) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Task", TaskId, Title);

    /// <inheritdoc />
    public string Summary => $"Decided “{Button}”: {Title}";

    /// <inheritdoc />
    public string Reason { get; init; } = "";
}
