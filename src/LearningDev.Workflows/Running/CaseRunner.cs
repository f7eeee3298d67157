using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;
using LearningDev.Workflows.Triggers;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Running;

/// <summary>How a case is started.</summary>
/// <param name="VersionId">The version that it keeps to.</param>
/// <param name="VersionNumber">The version's number.</param>
/// <param name="Definition">What the version says.</param>
/// <param name="ActivityId">The step that starts it.</param>
/// <param name="Input">What it is started with.</param>
internal sealed record CaseStart(string VersionId, int VersionNumber, WorkflowDefinition Definition, string ActivityId, JsonObject Input)
{
    /// <summary>The id that the case gets.</summary>
    public string CaseId { get; init; } = Identifiers.New();

    public string Correlation { get; init; } = "";

    public string? OwnerId { get; init; }

    public string Title { get; init; } = "";

    public string? ParentCaseId { get; init; }

    public string? ParentStep { get; init; }

    /// <summary>True when somebody starts it on purpose, whatever the step waits for.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The types whose cases have caused it.</summary>
    public string Chain { get; init; } = "";
}

/// <summary>
/// Runs bursts of cases: takes the case, runs steps, and writes its state, its waits, its journal and what the steps have done in one transaction, the caller's where there is one.
/// Those who change a case at the same moment take turns, and each sees what the one before has left.
/// </summary>
internal sealed class CaseRunner(
    PortalDb db, WorkflowTypes types, BurstWorld world, IEvents events, ISettings settings, Colleagues colleagues, CaseChain chain, WorkWriter work, CaseTexts texts, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Starts a case.</summary>
    /// <returns>The case's id; null when the step does not start one for this, or there is one already and the type allows but one.</returns>
    public async Task<string?> StartAsync(CaseStart start, CancellationToken cancellation)
    {
        await using var own = await db.BeginIfNeededAsync(cancellation);
        var typeId = start.Definition.WorkflowTypeId;
        if (start.Definition.IsSingleton)
        {
            await db.TakeCaseAsync(typeId, cancellation);
            if (await db.Cases.AnyAsync(row => row.TypeId == typeId && (row.Status == CaseStatus.Waiting || row.Status == CaseStatus.Faulted), cancellation))
            {
                return null;
            }
        }

        var state = new CaseState { CaseId = start.CaseId, CorrelationId = start.Correlation, OwnerId = start.OwnerId, Title = start.Title, Input = (JsonObject)start.Input.DeepClone() };
        using var running = chain.Begin(CaseChain.Add(start.Chain, typeId));
        await texts.NameAsync(state, start.Definition, cancellation);
        var burst = new Burst(state, start.Definition, [], world, await MostStepsAsync(cancellation));
        if (!await burst.StartAsync(start.ActivityId, (JsonObject)start.Input.DeepClone(), cancellation, start.IsDirect))
        {
            return null;
        }

        var row = new CaseRow
        {
            Id = start.CaseId,
            TypeId = typeId,
            VersionId = start.VersionId,
            VersionNumber = start.VersionNumber,
            Status = burst.Status,
            State = "{}",
            CreatedUtc = Now,
            ChangedUtc = Now,
            ParentCaseId = start.ParentCaseId,
            ParentStep = start.ParentStep,
            Chain = start.Chain,
        };
        await TakeOverAsync(row, burst, start.Definition, cancellation);
        row.IsRequest |= CaseRules.Of(start.Definition).IsRequest;
        db.Add(row);
        db.AddRange(burst.Waits);
        db.AddRange(burst.Journal);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CaseStarted(row.Id, row.Title, start.Definition.Name, row.TypeId, row.CorrelationId), cancellation);
        await TellAsync(row, burst, start.Definition, isNew: true, cancellation);
        await db.CommitAsync(own);
        return row.Id;
    }

    /// <summary>Changes a case by a burst.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="act">Runs the burst; false when there was nothing to do, and nothing is changed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The case as it is now; null when there is none, or nothing was done.</returns>
    public async Task<CaseRow?> RunAsync(string caseId, Func<Burst, CaseRow, Task<bool>> act, CancellationToken cancellation)
    {
        await using var own = await db.BeginIfNeededAsync(cancellation);
        await db.TakeCaseAsync(caseId, cancellation);
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(one => one.Id == caseId, cancellation) is not { Status: CaseStatus.Waiting or CaseStatus.Faulted } row)
        {
            return null;
        }

        var waits = await db.CaseWaits.AsNoTracking().Where(wait => wait.CaseId == caseId).OrderBy(wait => wait.SinceUtc).ThenBy(wait => wait.ActivityId).ThenBy(wait => wait.Visit).ToListAsync(cancellation);
        List<CaseWait> before = [.. waits];
        var state = JsonSerializer.Deserialize<CaseState>(row.State, PortalJson.Compact)!;
        (state.CaseId, state.CorrelationId, state.Title, state.OwnerId) = (row.Id, row.CorrelationId, row.Title, row.OwnerId);
        var definition = await types.VersionAsync(row.VersionId, cancellation);
        using var running = chain.Begin(CaseChain.Add(row.Chain, row.TypeId));
        var burst = new Burst(state, definition, waits, world, await MostStepsAsync(cancellation));
        if (!await act(burst, row))
        {
            return null;
        }

        await db.SaveChangesAsync(cancellation);
        await WriteAsync(row, burst, before, definition, cancellation);
        await TellAsync(row, burst, definition, isNew: false, cancellation);
        await db.CommitAsync(own);
        return row;
    }

    /// <summary>Goes on with a step that waits.</summary>
    /// <returns>False when the case or the step does not wait any more, or nothing has come of it.</returns>
    public async Task<bool> ResumeAsync(string caseId, string activityId, int visit, JsonObject input, CancellationToken cancellation, Predicate<CaseWait>? isMeant = null) =>
        await RunAsync(
            caseId,
            async (burst, _) => burst.Waits.Find(wait => wait.ActivityId == activityId && wait.Visit == visit) is { } wait && isMeant?.Invoke(wait) != false
                && await burst.ResumeAsync(wait, input, cancellation),
            cancellation) is not null;

    private async Task<int> MostStepsAsync(CancellationToken cancellation) => (await settings.GetAsync<WorkflowSettings>(cancellation)).MostSteps;

    private async Task TakeOverAsync(CaseRow row, Burst burst, WorkflowDefinition definition, CancellationToken cancellation)
    {
        var state = burst.State;
        await texts.NameAsync(state, definition, cancellation);
        if (row.OwnerId != state.OwnerId || row.OwnerName.Length == 0)
        {
            row.OwnerId = state.OwnerId;
            row.OwnerName = state.OwnerId is null ? "" : (await colleagues.NamesAsync([state.OwnerId], cancellation)).GetValueOrDefault(state.OwnerId, "");
        }

        if (row.CorrelationId != state.CorrelationId)
        {
            foreach (var wait in burst.Waits.Where(wait => wait.IsOwnCorrelation))
            {
                wait.Correlation = state.CorrelationId;
            }
        }

        row.CorrelationId = state.CorrelationId.Length <= CaseRow.CorrelationLength ? state.CorrelationId : state.CorrelationId[..CaseRow.CorrelationLength];
        row.Title = Shorten(state.Title, CaseRow.TitleLength);
        row.Status = burst.Status;
        row.Fault = state.Stuck is [var first, ..] ? first.Error : "";
        row.Outcome = Shorten(burst.EndedAs ?? "", CaseRow.OutcomeLength);
        row.IsRequest |= await db.WorkflowTasks.AnyAsync(task => task.CaseId == row.Id, cancellation);
        row.ChangedUtc = Now;
        row.EndedUtc = row.Status is CaseStatus.Waiting or CaseStatus.Faulted ? null : Now;
        row.State = JsonSerializer.Serialize(state, PortalJson.Compact);
    }

    private async Task WriteAsync(CaseRow row, Burst burst, List<CaseWait> before, WorkflowDefinition definition, CancellationToken cancellation)
    {
        var status = row.Status;
        await TakeOverAsync(row, burst, definition, cancellation);
        // What ends a case from outside says so itself.
        row.Status = status is CaseStatus.Cancelled or CaseStatus.Withdrawn ? status : row.Status;
        var revision = row.Revision++;
        var written = await db.Cases.Where(one => one.Id == row.Id && one.Revision == revision).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Status, row.Status).SetProperty(one => one.CorrelationId, row.CorrelationId).SetProperty(one => one.Title, row.Title)
                .SetProperty(one => one.OwnerId, row.OwnerId).SetProperty(one => one.OwnerName, row.OwnerName).SetProperty(one => one.IsRequest, row.IsRequest)
                .SetProperty(one => one.State, row.State).SetProperty(one => one.Revision, row.Revision).SetProperty(one => one.ChangedUtc, row.ChangedUtc)
                .SetProperty(one => one.EndedUtc, row.EndedUtc).SetProperty(one => one.Outcome, row.Outcome).SetProperty(one => one.Fault, row.Fault)
                .SetProperty(one => one.VersionId, row.VersionId).SetProperty(one => one.VersionNumber, row.VersionNumber),
            cancellation);
        if (written == 0)
        {
            throw new DbUpdateConcurrencyException($"The case {row.Id} was changed by somebody else in the meantime.");
        }

        foreach (var gone in before.Where(wait => !burst.Waits.Exists(other => other.ActivityId == wait.ActivityId && other.Visit == wait.Visit)))
        {
            await db.CaseWaits.Where(wait => wait.CaseId == row.Id && wait.ActivityId == gone.ActivityId && wait.Visit == gone.Visit).ExecuteDeleteAsync(cancellation);
        }

        foreach (var wait in burst.Waits)
        {
            if (!before.Exists(other => other.ActivityId == wait.ActivityId && other.Visit == wait.Visit))
            {
                db.Add(wait);
            }
            else
            {
                await db.CaseWaits.Where(one => one.CaseId == row.Id && one.ActivityId == wait.ActivityId && one.Visit == wait.Visit).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.DueUtc, wait.DueUtc).SetProperty(one => one.EventName, wait.EventName)
                        .SetProperty(one => one.Correlation, wait.Correlation).SetProperty(one => one.IsOwnCorrelation, wait.IsOwnCorrelation),
                    cancellation);
            }
        }

        db.AddRange(burst.Journal);
        await db.SaveChangesAsync(cancellation);
    }

    private async Task TellAsync(CaseRow row, Burst burst, WorkflowDefinition definition, bool isNew, CancellationToken cancellation)
    {
        if (row.Status == CaseStatus.Faulted && burst.Journal.Exists(entry => entry.Status == JournalStatus.Faulted))
        {
            await events.PublishAsync(new CaseStuck(row.Id, row.Title, definition.Name) { Reason = row.Fault }, cancellation);
        }

        if (row.EndedUtc is null)
        {
            if (!isNew)
            {
                await events.PublishAsync(new CaseMoved(row.Id, row.Title, definition.Name), cancellation);
            }

            return;
        }

        await events.PublishAsync(new CaseEnded(row.Id, row.Title, definition.Name, row.TypeId, row.CorrelationId, row.Status, row.Outcome), cancellation);
        if (row is { ParentCaseId: { } parent, ParentStep: { } step } && step.LastIndexOf(':') is > 0 and var at)
        {
            work.Resume(parent, step[..at], int.Parse(step[(at + 1)..], System.Globalization.CultureInfo.InvariantCulture), new JsonObject
            {
                ["CaseId"] = row.Id,
                ["Status"] = row.Status.ToString(),
                ["Outcome"] = row.Outcome,
                ["Output"] = burst.State.Output.DeepClone(),
            });
            await db.SaveChangesAsync(cancellation);
        }

        if (definition.DeleteFinishedWorkflows && row.Status == CaseStatus.Finished)
        {
            await CaseRemoval.RemoveAsync(db, [row.Id], cancellation);
        }
    }

    private static string Shorten(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}

/// <summary>Deletes cases with all that belongs to them.</summary>
internal static class CaseRemoval
{
    public static async Task RemoveAsync(PortalDb db, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var tasks = db.WorkflowTasks.Where(task => ids.Contains(task.CaseId));
        await db.TaskSeats.Where(seat => tasks.Any(task => task.Id == seat.TaskId)).ExecuteDeleteAsync(cancellation);
        await tasks.ExecuteDeleteAsync(cancellation);
        await db.CaseWaits.Where(wait => ids.Contains(wait.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.CaseJournal.Where(entry => ids.Contains(entry.CaseId)).ExecuteDeleteAsync(cancellation);
        await db.Cases.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
