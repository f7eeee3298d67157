using System.Globalization;
using System.Text.Json.Nodes;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Activities.CaseSteps;
using LearningDev.Workflows.Activities.Waiting;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Workflows.Triggers;

/// <summary>
/// Does the work that is due, each piece in a transaction of its own that takes its row away: what two nodes do at once is done once, and a kill loses nothing. Work that fails stays,
/// and is tried again after a pause that grows.
/// </summary>
internal sealed partial class WorkRunner(IServiceScopeFactory scopes, WorkflowOptions options, TimeProvider time, ILogger<WorkRunner> log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Does all that is due.</summary>
    /// <returns>How many pieces were done.</returns>
    public async Task<int> RunDueAsync(CancellationToken cancellation = default)
    {
        var done = 0;
        while (!cancellation.IsCancellationRequested && await RunNextAsync(cancellation) is { } isDone)
        {
            done += isDone ? 1 : 0;
        }

        return done;
    }

    /// <summary>Does the next piece.</summary>
    /// <returns>True when it was done, false when it failed; null when nothing is due.</returns>
    public async Task<bool?> RunNextAsync(CancellationToken cancellation)
    {
        WorkRow? row = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            if ((row = await TakeAsync(db, cancellation)) is null)
            {
                return null;
            }

            await db.WorkflowWork.Where(one => one.Id == row.Id).ExecuteDeleteAsync(cancellation);
            await scope.ServiceProvider.GetRequiredService<WorkDoing>().DoAsync(row, cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested && row is not null)
        {
            LogFailure(fault, row.Kind, row.Id);
            await PutOffAsync(row, fault, cancellation);
            return false;
        }
    }

    // What is about one thing is done in the order in which it came; the pieces that one event was taken apart into, in any.
    private async Task<WorkRow?> TakeAsync(PortalDb db, CancellationToken cancellation)
    {
        const string next =
            """
            SELECT * FROM workflow_work AS w
            WHERE w.next_utc <= {0} AND (w.correlation = '' OR NOT EXISTS
                (SELECT 1 FROM workflow_work AS e WHERE e.correlation = w.correlation AND COALESCE(e.position, e.id) < COALESCE(w.position, w.id)))
            ORDER BY COALESCE(w.position, w.id), w.id LIMIT 1
            """;
        const string locked = $"{next} FOR UPDATE OF w SKIP LOCKED";
        var rows = db.IsSqlite ? db.WorkflowWork.FromSqlRaw(next, Now) : db.WorkflowWork.FromSqlRaw(locked, Now);
        return (await rows.AsNoTracking().ToListAsync(cancellation)).FirstOrDefault();
    }

    private async Task PutOffAsync(WorkRow row, Exception fault, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, options.FirstPause.Ticks << Math.Min(row.Attempts, 20)));
        var (next, error) = (Now + pause, fault.Message.Length <= WorkRow.ErrorLength ? fault.Message : fault.Message[..WorkRow.ErrorLength]);
        await db.WorkflowWork.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Attempts, one => one.Attempts + 1).SetProperty(one => one.NextUtc, next).SetProperty(one => one.Error, error), cancellation);
    }

    [LoggerMessage(LogLevel.Error, "The {Kind} work {Id} of workflows failed and is tried again")]
    private partial void LogFailure(Exception fault, WorkKind kind, long id);
}

/// <summary>Does a piece of work in the current transaction.</summary>
internal sealed class WorkDoing(PortalDb db, WorkflowTypes types, ActivityCatalogue catalogue, CaseRunner runner, ContentItems items, PersonPrincipals people, CurrentPerson person,
    TimerTimes timers)
{
    public async Task DoAsync(WorkRow row, CancellationToken cancellation)
    {
        // The history says who has caused it, and not that the portal's worker has.
        if (row.PersonId is { } personId && await people.FindAsync(personId) is { } principal)
        {
            person.ActAs(principal);
        }

        switch (row.Kind)
        {
            case WorkKind.Event:
                await TakeApartAsync(row, cancellation);
                break;
            case WorkKind.Resume:
                await runner.ResumeAsync(row.CaseId!, row.ActivityId!, row.Visit, Read(row), cancellation, wait => row.EventName.Length == 0 || wait.EventName == row.EventName);
                break;
            default:
                await StartAsync(row, cancellation);
                break;
        }
    }

    /// <summary>Finds the cases that an event goes on with and those that it starts, each of which becomes a piece of work.</summary>
    private async Task TakeApartAsync(WorkRow row, CancellationToken cancellation)
    {
        var waits = await db.CaseWaits.AsNoTracking()
            .Where(wait => wait.EventName == row.EventName && (wait.Correlation == row.Correlation || wait.Correlation == CaseWait.Anything))
            .OrderBy(wait => wait.SinceUtc).ThenBy(wait => wait.CaseId).Select(wait => new { wait.CaseId, wait.ActivityId, wait.Visit }).ToListAsync(cancellation);
        db.AddRange(waits.Select(wait => Piece(row, WorkKind.Resume, null, wait.CaseId, wait.ActivityId, wait.Visit)));
        foreach (var type in await types.LiveAsync(cancellation))
        {
            if (!CaseChain.Holds(row.Chain, type.Id))
            {
                db.AddRange(type.Definition.Activities.Where(activity => activity.IsStart && catalogue.Find(activity.Name)?.Name == row.EventName)
                    .Select(activity => Piece(row, WorkKind.Start, type.Id, null, activity.ActivityId, 0)));
            }
        }
    }

    private async Task StartAsync(WorkRow row, CancellationToken cancellation)
    {
        if ((await types.LiveAsync(cancellation)).FirstOrDefault(type => type.Id == row.TypeId) is not { } live)
        {
            await TellParentAsync(row, "The workflow is switched off", cancellation);
            return;
        }

        if (row.EventName.Length == 0)
        {
            var input = Read(row);
            var started = StartedByWorkflowEvent.StepOf(live.Definition) is { } start && await runner.StartAsync(
                new CaseStart(live.VersionId, live.VersionNumber, live.Definition, start.ActivityId, (input["Input"] as JsonObject)?.DeepClone() as JsonObject ?? [])
                {
                    CaseId = row.CaseId!,
                    Correlation = input["Correlation"]?.ToString() ?? "",
                    OwnerId = row.PersonId,
                    Chain = row.Chain,
                    ParentCaseId = row.ParentCaseId,
                    ParentStep = row.ParentStep,
                    IsDirect = true,
                },
                cancellation) is not null;
            if (!started)
            {
                await TellParentAsync(row, "The workflow allows one case at a time", cancellation);
            }

            return;
        }

        if (live.Definition.Find(row.ActivityId!) is not { IsStart: true })
        {
            return;
        }

        if (row.EventName == TimerEvent.ActivityName)
        {
            // In the same transaction, so that a timer is planned as long as its type is switched on.
            await timers.PlanAsync(live.Id, live.Definition.Find(row.ActivityId!)!, cancellation);
        }

        var item = row.Correlation.Length > 0 ? await items.FindAsync(row.Correlation, VersionChoice.Latest, cancellation) : null;
        await runner.StartAsync(
            new CaseStart(live.VersionId, live.VersionNumber, live.Definition, row.ActivityId!, Read(row)) { Correlation = row.Correlation, OwnerId = item?.Owner ?? row.PersonId, Chain = row.Chain },
            cancellation);
    }

    // Who waits for the end of a case that is not started must not wait for ever.
    private async Task TellParentAsync(WorkRow row, string why, CancellationToken cancellation)
    {
        if (row is { ParentCaseId: { } parent, ParentStep: { } step } && step.LastIndexOf(':') is > 0 and var at)
        {
            await runner.ResumeAsync(
                parent, step[..at], int.Parse(step[(at + 1)..], CultureInfo.InvariantCulture), new JsonObject { ["Status"] = nameof(CaseStatus.Cancelled), ["Outcome"] = why }, cancellation);
        }
    }

    private static JsonObject Read(WorkRow row) => JsonNode.Parse(row.Input)!.AsObject();

    private static WorkRow Piece(WorkRow row, WorkKind kind, string? typeId, string? caseId, string activityId, int visit) => new()
    {
        Position = row.Position ?? row.Id,
        Kind = kind,
        EventName = row.EventName,
        Correlation = row.Correlation,
        TypeId = typeId,
        CaseId = caseId,
        ActivityId = activityId,
        Visit = visit,
        Input = row.Input,
        PersonId = row.PersonId,
        PersonName = row.PersonName,
        Chain = row.Chain,
        CreatedUtc = row.CreatedUtc,
        NextUtc = row.NextUtc,
    };
}
