using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks.Away;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Tasks.Listing;

/// <summary>What waits for the current person, those included for whom they decide while these are away (WFL-05).</summary>
internal sealed class TaskList(PortalDb db, Deputies deputies, WorkingCalendar calendar, Colleagues colleagues, ISettings settings, CurrentPerson person)
{
    private (string PersonId, int Count)? count;

    /// <summary>A page of it: what is due first comes first. A page past the end is the last.</summary>
    public async Task<TaskPage> PageAsync(TaskFilter filter, int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var today = await calendar.TodayAsync();
        var mine = await OpenAsync(cancellation);
        var types = await mine.Select(row => row.Task.TypeId).Distinct().Join(db.Set<WorkflowTypeRow>(), id => id, type => type.Id, (_, type) => new TaskType(type.Id, type.Name)).ToListAsync(cancellation);
        var chosen = filter.TypeId.Length > 0 ? mine.Where(row => row.Task.TypeId == filter.TypeId) : mine;
        chosen = filter.OnlyOverdue ? chosen.Where(row => row.Seat.DueOn < today) : chosen;
        var total = await chosen.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await chosen.OrderBy(row => row.Seat.DueOn).ThenBy(row => row.Task.CreatedUtc).ThenBy(row => row.Task.Id).ThenBy(row => row.Seat.PersonId)
            .Skip((page - 1) * size).Take(size).ToListAsync(cancellation);
        var names = await colleagues.NamesAsync([.. rows.Select(row => row.Seat.PersonId).Where(id => id != person.Id).Distinct()], cancellation);
        return new TaskPage(
            total, page, pages, [.. types.OrderBy(type => type.Name, StringComparer.CurrentCulture)],
            [
                .. rows.Select(row => new TaskLine(
                    row.Task.Id, row.Task.Title, row.Task.OwnerName, row.Task.CreatedUtc, row.Task.DueOn, row.Task.DueOn < today,
                    row.Seat.PersonId == person.Id ? "" : names.GetValueOrDefault(row.Seat.PersonId, ""),
                    row.Task.AllowsBulk ? [.. TaskDecisions.ButtonsOf(row.Task).Where(button => !button.NeedsComment).Select(button => button.Name)] : [])),
            ]);
    }

    /// <summary>How many tasks wait for the current person. For somebody who decides for nobody else, which is the rule, it takes one query, and one for all that ask within a request.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        if (person.Id is not { } id)
        {
            return 0;
        }

        if (count is { } known && known.PersonId == id)
        {
            return known.Count;
        }

        var (today, seats, away) = (await calendar.TodayAsync(), db.TaskSeats, db.PeopleAway);
        var own = await db.Users.Where(one => one.Id == id).Select(_ => new
        {
            Count = seats.Count(seat => seat.PersonId == id && seat.State == SeatState.Open),
            IsDeputy = away.Any(row => row.DelegateId == id && row.FromDay <= today && row.ToDay >= today),
        }).SingleOrDefaultAsync(cancellation);
        count = (id, own is { IsDeputy: true } ? await (await OpenAsync(cancellation)).CountAsync(cancellation) : own?.Count ?? 0);
        return count.Value.Count;
    }

    private async Task<IQueryable<SeatedTask>> OpenAsync(CancellationToken cancellation)
    {
        var (id, seats) = (person.Id, await deputies.SeatsOfAsync(person.Id!, cancellation));
        return db.TaskSeats.AsNoTracking().Where(seat => seats.Contains(seat.PersonId) && seat.State == SeatState.Open)
            .Join(db.WorkflowTasks, seat => seat.TaskId, task => task.Id, (seat, task) => new SeatedTask { Seat = seat, Task = task })
            .Where(row => row.Seat.PersonId == id || row.Task.OwnerId != id);
    }

    private sealed class SeatedTask
    {
        public required SeatRow Seat { get; init; }

        public required TaskRow Task { get; init; }
    }
}

/// <summary>What of the list is shown.</summary>
/// <param name="TypeId">The workflow's id; empty for all.</param>
/// <param name="OnlyOverdue">True for what is overdue alone.</param>
internal sealed record TaskFilter(string TypeId, bool OnlyOverdue);

/// <summary>A workflow of which something waits.</summary>
internal sealed record TaskType(string Id, string Name);

/// <summary>A page of the list.</summary>
internal sealed record TaskPage(int Total, int Page, int Pages, IReadOnlyList<TaskType> Types, IReadOnlyList<TaskLine> Lines);

/// <summary>A task in the list.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Owner">Who waits for it; may be empty.</param>
/// <param name="CreatedUtc">Since when, in UTC.</param>
/// <param name="DueOn">The last day; null for none.</param>
/// <param name="IsOverdue">True when that is over.</param>
/// <param name="For">The person who is away and for whom it is decided; empty for oneself.</param>
/// <param name="BulkButtons">The buttons with which it can be decided together with others.</param>
internal sealed record TaskLine(string Id, string Title, string Owner, DateTime CreatedUtc, DateOnly? DueOn, bool IsOverdue, string For, IReadOnlyList<string> BulkButtons);
