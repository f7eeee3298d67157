using LearningDev.Content.Items;
using LearningDev.Content.Pages;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Away;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Requests;

/// <summary>What the current person has asked for, and what has become of it (WFL-05).</summary>
internal sealed class RequestReader(
    PortalDb db, WorkflowTypes types, CaseHistory history, ContentItems items, ShownFields fields, Deputies deputies, Colleagues colleagues, ISettings settings, CurrentPerson person)
{
    /// <summary>A page of the person's requests, the newest first. A page past the end is the last.</summary>
    public async Task<RequestPage> PageAsync(int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var mine = db.Cases.AsNoTracking().Where(row => row.OwnerId == person.Id && row.IsRequest);
        var total = await mine.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var lines = await mine.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size)
            .Select(row => new { row.Id, row.Title, row.TypeId, row.Status, row.Outcome, row.CreatedUtc, row.ChangedUtc }).ToListAsync(cancellation);
        List<string> ids = [.. lines.Where(line => line.Status is CaseStatus.Waiting or CaseStatus.Faulted).Select(line => line.Id)];
        var (seats, tasks) = (db.TaskSeats, db.WorkflowTasks);
        var waiting = await tasks.Where(task => ids.Contains(task.CaseId) && task.State == TaskState.Open
                && seats.Any(seat => seat.TaskId == task.Id && seat.PersonId == person.Id && seat.State == SeatState.Open))
            .Select(task => task.CaseId).ToListAsync(cancellation);
        List<string> typeIds = [.. lines.Select(line => line.TypeId).Distinct()];
        var names = await db.Set<WorkflowTypeRow>().Where(row => typeIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        return new RequestPage(
            total, page, pages,
            [.. lines.Select(line => new RequestLine(line.Id, line.Title, names.GetValueOrDefault(line.TypeId, ""), line.Status, line.Outcome, line.CreatedUtc, line.ChangedUtc, waiting.Contains(line.Id)))]);
    }

    /// <summary>A request of the person; null when there is none of that id.</summary>
    public async Task<RequestView?> FindAsync(string caseId, CancellationToken cancellation)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseId && row.OwnerId == person.Id && row.IsRequest, cancellation) is not { } row)
        {
            return null;
        }

        var definition = await types.VersionAsync(row.VersionId, cancellation);
        var goesOn = row.Status is CaseStatus.Waiting or CaseStatus.Faulted;
        var item = row.CorrelationId.Length > 0 ? await items.FindAsync(row.CorrelationId, VersionChoice.Latest, cancellation) : null;
        var waiting = goesOn ? await WhoAsync(caseId, cancellation) : [];
        var own = waiting.FirstOrDefault(task => task.IsOwn);
        return new RequestView(
            row, definition.Name, goesOn && CaseRules.Of(definition).CanWithdraw, [.. waiting.Where(task => !task.IsOwn)], own,
            item is null ? null : new RequestSubject(row.Id, item.ContentType, item.ContentItemId), item is null ? [] : await fields.OfPageAsync(item, unsaid: true, cancellation), await history.OfAsync(caseId, cancellation));
    }

    /// <summary>The open tasks of a case with who has them, and who decides for those who are away.</summary>
    public async Task<IReadOnlyList<WaitingTask>> WhoAsync(string caseId, CancellationToken cancellation)
    {
        var tasks = await db.WorkflowTasks.AsNoTracking().Where(task => task.CaseId == caseId && task.State == TaskState.Open).OrderBy(task => task.CreatedUtc).ToListAsync(cancellation);
        List<string> ids = [.. tasks.Select(task => task.Id)];
        var seats = await db.TaskSeats.AsNoTracking().Where(seat => ids.Contains(seat.TaskId) && seat.State == SeatState.Open).ToListAsync(cancellation);
        var delegates = await deputies.DelegatesOfAsync([.. seats.Select(seat => seat.PersonId).Distinct()], cancellation);
        var names = await colleagues.NamesAsync([.. seats.Select(seat => seat.PersonId).Concat(delegates.Values).Distinct()], cancellation);
        return
        [
            .. tasks.Select(task => new WaitingTask(
                task.Id, task.Title, task.DueOn, task.Kind != TaskKind.Decision && seats.Exists(seat => seat.TaskId == task.Id && seat.PersonId == task.OwnerId && seat.PersonId == person.Id),
                [
                    .. seats.Where(seat => seat.TaskId == task.Id).Select(seat => delegates.TryGetValue(seat.PersonId, out var other)
                        ? $"{names.GetValueOrDefault(other, "")}, for {names.GetValueOrDefault(seat.PersonId, "")}, who is away" : $"{names.GetValueOrDefault(seat.PersonId, "")} ({seat.Via})")
                        .Order(StringComparer.CurrentCulture),
                ])),
        ];
    }
}

/// <summary>A page of requests.</summary>
internal sealed record RequestPage(int Total, int Page, int Pages, IReadOnlyList<RequestLine> Lines);

/// <summary>A request in a list.</summary>
internal sealed record RequestLine(string CaseId, string Title, string Workflow, CaseStatus Status, string Outcome, DateTime CreatedUtc, DateTime ChangedUtc, bool WaitsForOwner);

/// <summary>An open task of a case.</summary>
/// <param name="TaskId">The task's id.</param>
/// <param name="Title">What is asked.</param>
/// <param name="DueOn">The last day; null for none.</param>
/// <param name="IsOwn">True when the person who asked has to do it.</param>
/// <param name="People">Who has it.</param>
internal sealed record WaitingTask(string TaskId, string Title, DateOnly? DueOn, bool IsOwn, IReadOnlyList<string> People);

/// <summary>A request as the person sees it who asked.</summary>
internal sealed record RequestView(
    CaseRow Case, string Workflow, bool CanWithdraw, IReadOnlyList<WaitingTask> Waiting, WaitingTask? Own, RequestSubject? Subject, IReadOnlyList<ShownField> Fields, IReadOnlyList<HistoryLine> History);
