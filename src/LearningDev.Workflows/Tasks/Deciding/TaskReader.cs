using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Tasks.Away;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks.Deciding;

/// <summary>Reads a task for somebody who has a part in it.</summary>
internal sealed class TaskReader(
    PortalDb db, Deputies deputies, ContentItems items, ShownFields fields, ItemLinks links, CaseHistory history, Colleagues colleagues, IEnumerable<IRequestForms> forms, CurrentPerson person)
{
    /// <summary>The task; null when there is none of that id in which the current person has a part.</summary>
    public async Task<TaskView?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await db.WorkflowTasks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } task)
        {
            return null;
        }

        var mine = await deputies.SeatsOfAsync(person.Id!, cancellation);
        var seats = await db.TaskSeats.AsNoTracking().Where(seat => seat.TaskId == id).ToListAsync(cancellation);
        var own = seats.Where(seat => mine.Contains(seat.PersonId) && (seat.PersonId == person.Id || task.OwnerId != person.Id))
            .OrderBy(seat => seat.State).ThenBy(seat => seat.PersonId == person.Id ? 0 : 1).FirstOrDefault();
        if (own is null)
        {
            return null;
        }

        var item = task.CorrelationId.Length > 0 ? await items.FindAsync(task.CorrelationId, VersionChoice.Latest, cancellation) : null;
        var names = await colleagues.NamesAsync([.. seats.Select(seat => seat.PersonId)], cancellation);
        return new TaskView(
            task, own, own.PersonId == person.Id ? "" : names.GetValueOrDefault(own.PersonId, ""),
            [.. seats.Where(seat => seat.PersonId != own.PersonId).Select(seat => new OtherSeat(names.GetValueOrDefault(seat.PersonId, ""), seat.Via, seat.Decision)).OrderBy(seat => seat.Name)],
            TaskDecisions.ButtonsOf(task), item is null ? null : new RequestSubject(task.CaseId, item.ContentType, item.ContentItemId), item is null ? [] : await fields.OfPageAsync(item, unsaid: true, cancellation),
            await history.OfAsync(task.CaseId, cancellation),
            task.Kind == TaskKind.Change && item is not null ? forms.Select(form => form.ChangeUrl(item.ContentType, item.ContentItemId)).FirstOrDefault(url => url is not null) : null)
        {
            ItemName = item?.DisplayText ?? "",
            ItemUrl = item is null ? null : await links.FindAsync(item.ContentItemId, cancellation),
        };
    }
}

/// <summary>A task as somebody sees it who has a part in it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Seat">Their part.</param>
/// <param name="For">The person who is away and for whom they decide; empty for themselves.</param>
/// <param name="Others">The others who are asked.</param>
/// <param name="Buttons">What can be decided.</param>
/// <param name="Subject">What it is about, for panels of modules; null for nothing.</param>
/// <param name="Fields">What that says.</param>
/// <param name="History">What has happened so far.</param>
/// <param name="ChangeUrl">Where the person who asked changes it; null for nowhere.</param>
internal sealed record TaskView(
    TaskRow Task, SeatRow Seat, string For, IReadOnlyList<OtherSeat> Others, IReadOnlyList<DecisionButton> Buttons, RequestSubject? Subject, IReadOnlyList<ShownField> Fields,
    IReadOnlyList<HistoryLine> History, string? ChangeUrl)
{
    /// <summary>The name of what it is about; empty for nothing.</summary>
    public string ItemName { get; init; } = "";

    /// <summary>The item's own page; null when it has none that the person may see.</summary>
    public string? ItemUrl { get; init; }

    /// <summary>True while the person can decide.</summary>
    public bool IsOpen => Task.State == TaskState.Open && Seat.State == SeatState.Open;
}

/// <summary>Somebody else who is asked.</summary>
internal sealed record OtherSeat(string Name, string Via, string Decision);
