using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Cases;

/// <summary>All cases, for administrators (WFL-04).</summary>
internal sealed class CaseReader(PortalDb db, WorkflowTypes types, ActivityCatalogue catalogue, RequestReader requests, ISettings settings)
{
    /// <summary>As many entries of the journal are shown, the newest.</summary>
    public const int MostOfJournal = 200;

    /// <summary>A page of cases, those that changed last first. A page past the end is the last.</summary>
    public async Task<CasePage> PageAsync(CaseFilter filter, int page, CancellationToken cancellation)
    {
        var size = (await settings.GetAsync<SiteSettings>(cancellation)).PageSize;
        var names = await db.Set<WorkflowTypeRow>().OrderBy(row => row.Name).Select(row => new { row.Id, row.Name }).ToDictionaryAsync(row => row.Id, row => row.Name, cancellation);
        var rows = db.Cases.AsNoTracking();
        rows = filter.TypeId.Length > 0 ? rows.Where(row => row.TypeId == filter.TypeId) : rows;
        rows = filter.Status is { } status ? rows.Where(row => row.Status == status) : rows;
        rows = filter.Words.Length > 0 ? rows.Where(row => row.Title.Contains(filter.Words) || row.OwnerName.Contains(filter.Words)) : rows;
        var total = await rows.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var lines = await rows.OrderByDescending(row => row.ChangedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size)
            .Select(row => new { row.Id, row.Title, row.TypeId, row.VersionNumber, row.Status, row.Outcome, row.OwnerName, row.ChangedUtc, row.Fault }).ToListAsync(cancellation);
        return new CasePage(
            total, page, pages, names,
            [.. lines.Select(row => new CaseLine(row.Id, row.Title, names.GetValueOrDefault(row.TypeId, ""), row.VersionNumber, row.Status, row.Outcome, row.OwnerName, row.ChangedUtc, row.Fault))],
            await db.WorkflowWork.CountAsync(row => row.Error != "", cancellation));
    }

    /// <summary>A case; null when there is none of that id.</summary>
    public async Task<CaseView?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return null;
        }

        var definition = await types.VersionAsync(row.VersionId, cancellation);
        var state = JsonSerializer.Deserialize<CaseState>(row.State, PortalJson.Compact)!;
        var waits = await db.CaseWaits.AsNoTracking().Where(wait => wait.CaseId == id).OrderBy(wait => wait.SinceUtc).ToListAsync(cancellation);
        var goesOn = row.Status is CaseStatus.Waiting or CaseStatus.Faulted;
        return new CaseView(
            row, definition,
            [.. waits.Select(wait => new WaitLine(Title(definition, wait.ActivityId), wait.SinceUtc, wait.DueUtc))],
            goesOn ? await requests.WhoAsync(id, cancellation) : [],
            goesOn ? [.. state.Stuck.Select(stuck => new StuckLine(
                stuck.ActivityId, stuck.Visit, Title(definition, stuck.ActivityId), stuck.Error,
                definition.Find(stuck.ActivityId) is { } record && catalogue.Find(record.Name) is { } activity ? activity.Outcomes(record)
                    : [.. definition.Transitions.Where(transition => transition.SourceActivityId == stuck.ActivityId).Select(transition => transition.SourceOutcomeName).Distinct()]))] : [],
            await db.CaseJournal.AsNoTracking().Where(entry => entry.CaseId == id).OrderByDescending(entry => entry.Sequence).Take(MostOfJournal).ToListAsync(cancellation))
        {
            PublishedNumber = await db.Set<WorkflowTypeRow>().Where(type => type.Id == row.TypeId).Select(type => type.VersionNumber).SingleOrDefaultAsync(cancellation),
        };
    }

    private string Title(WorkflowDefinition definition, string activityId) => definition.Find(activityId) is { } record ? catalogue.TitleOf(record) : activityId;
}

/// <summary>What of the list is shown.</summary>
internal sealed record CaseFilter(string TypeId, CaseStatus? Status, string Words);

/// <summary>A page of cases.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Types">The names of all workflows, by id.</param>
/// <param name="Lines">The cases.</param>
/// <param name="WorkThatFailed">How much work of the engine has failed and is tried again.</param>
internal sealed record CasePage(int Total, int Page, int Pages, IReadOnlyDictionary<string, string> Types, IReadOnlyList<CaseLine> Lines, int WorkThatFailed);

/// <summary>A case in the list.</summary>
internal sealed record CaseLine(string Id, string Title, string Workflow, int Version, CaseStatus Status, string Outcome, string Owner, DateTime ChangedUtc, string Fault);

/// <summary>A case as administrators see it.</summary>
internal sealed record CaseView(
    CaseRow Case, WorkflowDefinition Definition, IReadOnlyList<WaitLine> Waits, IReadOnlyList<WaitingTask> Tasks, IReadOnlyList<StuckLine> Stuck, IReadOnlyList<JournalRow> Journal)
{
    /// <summary>The number of the version on which new cases begin; 0 when the workflow is gone.</summary>
    public int PublishedNumber { get; init; }
}

/// <summary>A step that waits.</summary>
internal sealed record WaitLine(string Title, DateTime SinceUtc, DateTime? DueUtc);

/// <summary>A step at which the case is stuck.</summary>
internal sealed record StuckLine(string ActivityId, int Visit, string Title, string Error, IReadOnlyList<string> Outcomes);
