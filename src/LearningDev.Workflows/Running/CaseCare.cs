using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Activities.CaseSteps;
using LearningDev.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Running;

/// <summary>What people do with a case as a whole: owners withdraw it, administrators retry or pass over the step that it is stuck at, cancel it, or move it to another version (WFL-02, WFL-04).</summary>
public sealed class CaseCare
{
    /// <summary>As many cases are looked at and moved together.</summary>
    internal const int MostTogether = 1000;

    private readonly PortalDb db;
    private readonly CaseRunner runner;
    private readonly WorkflowTypes types;
    private readonly ActivityCatalogue catalogue;
    private readonly IEvents events;
    private readonly CurrentPerson person;

    internal CaseCare(PortalDb db, CaseRunner runner, WorkflowTypes types, ActivityCatalogue catalogue, IEvents events, CurrentPerson person)
    {
        this.db = db;
        this.runner = runner;
        this.types = types;
        this.catalogue = catalogue;
        this.events = events;
        this.person = person;
    }

    /// <summary>Starts a case of a published workflow that is switched on, at once and in the caller's transaction.</summary>
    /// <param name="typeId">The workflow type's id.</param>
    /// <param name="correlationId">What it is about, usually an item's id; may be empty.</param>
    /// <param name="ownerId">The person whose case it is; null for nobody's.</param>
    /// <param name="input">What it is started with; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The case's id; null when there is no such workflow, or it starts none for this.</returns>
    public async Task<string?> StartAsync(string typeId, string correlationId, string? ownerId, System.Text.Json.Nodes.JsonObject input, CancellationToken cancellation = default)
    {
        if ((await types.LiveAsync(cancellation)).FirstOrDefault(type => type.Id == typeId) is not { } live || StartedByWorkflowEvent.StepOf(live.Definition) is not { } start)
        {
            return null;
        }

        return await runner.StartAsync(
            new CaseStart(live.VersionId, live.VersionNumber, live.Definition, start.ActivityId, input) { Correlation = correlationId, OwnerId = ownerId, IsDirect = true }, cancellation);
    }

    /// <summary>
    /// Starts a case of the published workflow that begins with a module's own step, at once and in the caller's transaction. Of several that are switched on the first by name takes it.
    /// </summary>
    /// <param name="activityName">The name of the step's activity.</param>
    /// <param name="correlationId">What it is about, usually an item's id; may be empty.</param>
    /// <param name="ownerId">The person whose case it is; null for nobody's.</param>
    /// <param name="input">What it is started with; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>The case's id; null when no workflow begins so, or it starts none for this.</returns>
    public async Task<string?> StartWithAsync(string activityName, string correlationId, string? ownerId, System.Text.Json.Nodes.JsonObject input, CancellationToken cancellation = default)
    {
        return await TakerAsync(activityName, cancellation) is not var (live, start) ? null : await runner.StartAsync(
            new CaseStart(live.VersionId, live.VersionNumber, live.Definition, start.ActivityId, input) { Correlation = correlationId, OwnerId = ownerId, IsDirect = true }, cancellation);
    }

    /// <summary>True when a published workflow that is switched on begins with a module's own step, so that <see cref="StartWithAsync"/> starts a case.</summary>
    /// <param name="activityName">The name of the step's activity.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<bool> CanStartWithAsync(string activityName, CancellationToken cancellation = default) => await TakerAsync(activityName, cancellation) is not null;

    private async Task<(LiveType Type, ActivityRecord Start)?> TakerAsync(string activityName, CancellationToken cancellation) => (await types.LiveAsync(cancellation))
        .SelectMany(type => type.Definition.Activities.Where(activity => activity.IsStart && string.Equals(activity.Name, activityName, StringComparison.OrdinalIgnoreCase)).Take(1).Select(start => (Type: type, Start: start)))
        .OrderBy(found => found.Type.Definition.Name, StringComparer.Ordinal).ThenBy(found => found.Type.Id, StringComparer.Ordinal)
        .Select(found => ((LiveType, ActivityRecord)?)found).FirstOrDefault();

    /// <summary>Withdraws a case of the current person's. Its open tasks are closed.</summary>
    /// <returns>False when there is none of that id that goes on and may be withdrawn.</returns>
    public async Task<bool> WithdrawAsync(string caseId, string reason, CancellationToken cancellation = default) => await runner.RunAsync(
        caseId,
        async (burst, row) =>
        {
            if (row.OwnerId is null || row.OwnerId != person.Id || !CaseRules.Of(await types.VersionAsync(row.VersionId, cancellation)).CanWithdraw)
            {
                return false;
            }

            await burst.EndAsync("Withdrawn", reason.Length > 0 ? $"{person.Name} withdrew it: {reason}" : $"{person.Name} withdrew it", cancellation);
            row.Status = CaseStatus.Withdrawn;
            return true;
        },
        cancellation) is not null;

    /// <summary>Ends a case, whatever it waits for.</summary>
    /// <returns>False when there is none of that id that goes on.</returns>
    public async Task<bool> CancelAsync(string caseId, string reason, CancellationToken cancellation = default) => await runner.RunAsync(
        caseId,
        async (burst, row) =>
        {
            await burst.EndAsync("Cancelled", $"{person.Name} cancelled it: {reason}", cancellation);
            row.Status = CaseStatus.Cancelled;
            return true;
        },
        cancellation) is not null;

    /// <summary>Does a step again at which a case is stuck.</summary>
    /// <returns>False when the case is not stuck there any more.</returns>
    public Task<bool> RetryAsync(string caseId, string activityId, int visit, CancellationToken cancellation = default) =>
        MendAsync(caseId, activityId, visit, "Retried", "", (burst, stuck) => burst.RetryAsync(stuck, cancellation), cancellation);

    /// <summary>Passes a step over at which a case is stuck, as if it had been left with an outcome.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="activityId">The step.</param>
    /// <param name="visit">Its visit.</param>
    /// <param name="outcome">The outcome; empty to end the branch there.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when the case is not stuck there any more.</returns>
    public Task<bool> SkipAsync(string caseId, string activityId, int visit, string outcome, string reason, CancellationToken cancellation = default) =>
        MendAsync(caseId, activityId, visit, "Passed over", reason, (burst, stuck) => burst.SkipAsync(stuck, outcome, reason, cancellation), cancellation);

    /// <summary>
    /// Says which cases of a type that are going on can be moved to a version: those whose waiting steps are there under the same id and activity, with the ways out that lead on.
    /// </summary>
    /// <returns>The cases that keep to another version, at most 1,000, the oldest first, with why one cannot be moved.</returns>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<IReadOnlyList<CaseMove>> PreviewMoveAsync(string versionId, CancellationToken cancellation = default)
    {
        var target = await types.VersionAsync(versionId, cancellation);
        return await PreviewAsync(target, OnOtherVersions(target, versionId).Take(MostTogether), cancellation);
    }

    /// <summary>Says of some cases whether they can be moved to a version; those that have ended or keep to it already are left out.</summary>
    internal async Task<IReadOnlyList<CaseMove>> PreviewMoveAsync(string versionId, IReadOnlyCollection<string> caseIds, CancellationToken cancellation)
    {
        var target = await types.VersionAsync(versionId, cancellation);
        return await PreviewAsync(target, OnOtherVersions(target, versionId).Where(row => caseIds.Contains(row.Id)).Take(MostTogether), cancellation);
    }

    /// <summary>A page of the cases that keep to another version, the oldest first, and how many there are. A page past the end is the last.</summary>
    internal async Task<(IReadOnlyList<CaseMove> Moves, int Total, int Page)> PreviewMovePageAsync(string versionId, int page, int size, CancellationToken cancellation)
    {
        var target = await types.VersionAsync(versionId, cancellation);
        var rows = OnOtherVersions(target, versionId);
        var total = await rows.CountAsync(cancellation);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        return (await PreviewAsync(target, rows.Skip((page - 1) * size).Take(size), cancellation), total, page);
    }

    /// <summary>Moves cases to a version, on purpose; those that cannot be moved are left on theirs.</summary>
    /// <returns>How many were moved.</returns>
    /// <exception cref="InvalidOperationException">There is no such version.</exception>
    public async Task<int> MoveAsync(string versionId, IReadOnlyCollection<string> caseIds, CancellationToken cancellation = default)
    {
        var version = await types.FindVersionAsync(versionId, cancellation) ?? throw new InvalidOperationException($"There is no version {versionId} of a workflow.");
        var moved = 0;
        await using var own = await db.BeginIfNeededAsync(cancellation);
        // In one order, so that two who move the same cases wait for each other and never both.
        foreach (var caseId in caseIds.Distinct().Order(StringComparer.Ordinal))
        {
            var done = await runner.RunAsync(
                caseId,
                async (burst, row) =>
                {
                    if (row.TypeId != version.TypeId || row.VersionId == versionId
                        || WhyNot(burst.Definition, version.Definition, [.. burst.Waits.Select(wait => wait.ActivityId)], burst.State).Length > 0)
                    {
                        return false;
                    }

                    burst.Say($"{person.Name} moved it from version {row.VersionNumber} to version {version.Number} of the workflow");
                    (row.VersionId, row.VersionNumber) = (version.Id, version.Number);
                    return true;
                },
                cancellation);
            moved += done is null ? 0 : 1;
        }

        if (moved > 0)
        {
            await events.PublishAsync(new CasesMovedToVersion(version.TypeId, version.Definition.Name, version.Number, moved), cancellation);
        }

        await db.CommitAsync(own);
        return moved;
    }

    private async Task<bool> MendAsync(string caseId, string activityId, int visit, string what, string reason, Func<Burst, StuckStep, Task> mend, CancellationToken cancellation)
    {
        await using var own = await db.BeginIfNeededAsync(cancellation);
        var step = activityId;
        var row = await runner.RunAsync(
            caseId,
            async (burst, _) =>
            {
                if (burst.State.Stuck.Find(stuck => stuck.ActivityId == activityId && stuck.Visit == visit) is not { } stuck)
                {
                    return false;
                }

                step = burst.Definition.Find(activityId) is { } record ? catalogue.TitleOf(record) : activityId;
                await mend(burst, stuck);
                return true;
            },
            cancellation);
        if (row is null)
        {
            return false;
        }

        await events.PublishAsync(new CaseMended(caseId, row.Title, what, step) { Reason = reason }, cancellation);
        await db.CommitAsync(own);
        return true;
    }

    private IQueryable<CaseRow> OnOtherVersions(WorkflowDefinition target, string versionId) => db.Cases.AsNoTracking()
        .Where(row => row.TypeId == target.WorkflowTypeId && row.VersionId != versionId && (row.Status == CaseStatus.Waiting || row.Status == CaseStatus.Faulted))
        .OrderBy(row => row.CreatedUtc).ThenBy(row => row.Id);

    private async Task<IReadOnlyList<CaseMove>> PreviewAsync(WorkflowDefinition target, IQueryable<CaseRow> rows, CancellationToken cancellation)
    {
        var cases = await rows.Select(row => new { row.Id, row.Title, row.OwnerName, row.CreatedUtc, row.VersionId, row.VersionNumber, row.State }).ToListAsync(cancellation);
        List<string> ids = [.. cases.Select(row => row.Id)];
        var waits = (await db.CaseWaits.AsNoTracking().Where(wait => ids.Contains(wait.CaseId)).Select(wait => new { wait.CaseId, wait.ActivityId }).ToListAsync(cancellation))
            .ToLookup(wait => wait.CaseId, wait => wait.ActivityId);
        List<CaseMove> moves = [];
        foreach (var row in cases)
        {
            var state = JsonSerializer.Deserialize<CaseState>(row.State, PortalJson.Compact)!;
            var whyNot = WhyNot(await types.VersionAsync(row.VersionId, cancellation), target, [.. waits[row.Id]], state);
            moves.Add(new CaseMove(row.Id, row.Title, row.VersionNumber, whyNot) { Owner = row.OwnerName, StartedUtc = row.CreatedUtc });
        }

        return moves;
    }

    // Where the case waits or is stuck, and where branches have come to a join, the other version must know the steps too.
    private string WhyNot(WorkflowDefinition from, WorkflowDefinition to, IReadOnlyList<string> waits, CaseState state)
    {
        foreach (var id in waits.Concat(state.Stuck.Select(stuck => stuck.ActivityId)).Concat(state.Arrived.Keys))
        {
            if (from.Find(id) is not { } record)
            {
                continue;
            }

            if (to.Find(id) is not { } other || other.Name != record.Name)
            {
                return $"It is at “{catalogue.TitleOf(record)}”, which the other version does not have";
            }

            // A task keeps its buttons, so each that leads on must be there.
            var outcomes = catalogue.Find(record.Name)?.Outcomes(other) ?? [];
            if (waits.Contains(id) && from.Transitions.FirstOrDefault(way => way.SourceActivityId == id && !outcomes.Contains(way.SourceOutcomeName)) is { } lost
                && catalogue.Find(record.Name)?.Outcomes(record).Contains(lost.SourceOutcomeName) == true)
            {
                return $"It waits at “{catalogue.TitleOf(record)}”, which cannot be left by “{lost.SourceOutcomeName}” in the other version";
            }
        }

        return state.Arrived.Keys.Select(from.Find).FirstOrDefault(join => join is not null && !Joins.BranchesInto(from, join.ActivityId).SetEquals(Joins.BranchesInto(to, join.ActivityId))) is { } changed
            ? $"Branches have come to “{catalogue.TitleOf(changed)}”, into which other ways lead in the other version" : "";
    }
}

/// <summary>A case that could be moved to another version.</summary>
/// <param name="CaseId">The case's id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="VersionNumber">The version that it keeps to.</param>
/// <param name="WhyNot">Why it cannot be moved, without a full stop; empty when it can.</param>
public sealed record CaseMove(string CaseId, string Title, int VersionNumber, string WhyNot)
{
    /// <summary>Whose it is; empty for nobody's.</summary>
    public string Owner { get; init; } = "";

    /// <summary>When it was started, in UTC.</summary>
    public DateTime StartedUtc { get; init; }
}
