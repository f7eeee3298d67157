using LearningDev.Platform.Data;
using LearningDev.Workflows.Activities.Approving;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Deciding;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Requests;

/// <summary>Tells a module where the case of a request stands that was made with its own form, and sends one again that was sent back.</summary>
public sealed class RequestStandings
{
    private readonly PortalDb db;
    private readonly TaskDecisions decisions;

    internal RequestStandings(PortalDb db, TaskDecisions decisions)
    {
        this.db = db;
        this.decisions = decisions;
    }

    /// <summary>Where a case stands, as the caller's transaction sees it; null when there is none of that id.</summary>
    public async Task<RequestStanding?> FindAsync(string caseId, CancellationToken cancellation = default)
    {
        var row = await db.Cases.AsNoTracking().Where(one => one.Id == caseId).Select(one => new { one.Status, one.Outcome }).SingleOrDefaultAsync(cancellation);
        return row is null ? null : new RequestStanding(row.Status, row.Outcome, await ChangeTasks(caseId).FirstOrDefaultAsync(cancellation));
    }

    /// <summary>Sends a request of the current person again that was sent back to be changed.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="comment">What was changed, up to 2,000 characters; may be empty.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>False when the case does not wait for that any more.</returns>
    public async Task<bool> SendAgainAsync(string caseId, string comment, CancellationToken cancellation = default) =>
        await ChangeTasks(caseId).FirstOrDefaultAsync(cancellation) is { } task
        && await decisions.DecideAsync(task, RequesterTask.SentAgain, comment, cancellation) == DecisionOutcome.Taken;

    private IQueryable<string> ChangeTasks(string caseId) => db.WorkflowTasks
        .Where(task => task.CaseId == caseId && task.Kind == TaskKind.Change && task.State == TaskState.Open)
        .OrderBy(task => task.CreatedUtc).Select(task => task.Id);
}

/// <summary>Where the case of a request stands.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Outcome">How it ended, as people read it; empty while it goes on.</param>
/// <param name="ChangeTaskId">The task by which the person who asked is to change the request and send it again; null for none.</param>
public sealed record RequestStanding(CaseStatus Status, string Outcome, string? ChangeTaskId);
