using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Requests.Deciding;

/// <summary>Has the row of a request say where its case stands. What was set aside for one that has ended without agreement is free again.</summary>
internal sealed class MemberRequestStates(PortalDb db, RequestStandings standings, BudgetLedger ledger, TimeProvider time)
    : IEventHandler<CaseMoved>, IEventHandler<CaseStuck>, IEventHandler<CaseMended>, IEventHandler<CaseEnded>
{
    public Task HandleAsync(CaseMoved portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseStuck portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseMended portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    /// <summary>Brings the row of a request to where its case stands.</summary>
    public async Task FollowAsync(MemberRequestRow row, CancellationToken cancellation)
    {
        if (row.CaseId is null || await standings.FindAsync(row.CaseId, cancellation) is not { } standing)
        {
            return;
        }

        row.Outcome = standing.Outcome;
        // A decision that the workflow has recorded stands, however its case ended after that.
        if (row.State is MemberRequestState.Agreed or MemberRequestState.Refused or MemberRequestState.Paid or MemberRequestState.Cancelled)
        {
            return;
        }

        row.State = standing.Status switch
        {
            CaseStatus.Waiting when standing.ChangeTaskId is not null => MemberRequestState.SentBack,
            CaseStatus.Waiting => MemberRequestState.Sent,
            CaseStatus.Faulted => MemberRequestState.HeldUp,
            CaseStatus.Withdrawn => MemberRequestState.Withdrawn,
            _ => MemberRequestState.Closed,
        };
        if (row.State is MemberRequestState.Withdrawn or MemberRequestState.Closed)
        {
            row.DecidedUtc ??= time.GetUtcNow().UtcDateTime;
            await ledger.ReleaseAsync(row.ItemId, $"{row.Title}: it has ended without agreement", cancellation);
        }
    }

    private async Task FollowAsync(string caseId, CancellationToken cancellation)
    {
        if (await db.MemberRequests.SingleOrDefaultAsync(row => row.CaseId == caseId, cancellation) is { } row)
        {
            await FollowAsync(row, cancellation);
        }
    }
}
