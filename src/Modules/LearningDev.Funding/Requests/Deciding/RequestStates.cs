using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Deciding;

/// <summary>Has the row of a training request say where its case stands.</summary>
internal sealed class RequestStates(PortalDb db, RequestStandings standings, TimeProvider time)
    : IEventHandler<CaseMoved>, IEventHandler<CaseStuck>, IEventHandler<CaseMended>, IEventHandler<CaseEnded>
{
    public Task HandleAsync(CaseMoved portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseStuck portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseMended portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    public Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation) => FollowAsync(portalEvent.CaseId, cancellation);

    /// <summary>Brings the row of a request to where its case stands.</summary>
    public async Task FollowAsync(RequestRow row, CancellationToken cancellation)
    {
        if (row.CaseId is null || await standings.FindAsync(row.CaseId, cancellation) is not { } standing)
        {
            return;
        }

        row.Outcome = standing.Outcome;
        // A decision that the workflow has recorded stands, however its case ended after that.
        row.State = row.State is RequestState.Approved or RequestState.Refused ? row.State : Of(standing);
        row.DecidedUtc ??= row.HasEnded ? time.GetUtcNow().UtcDateTime : null;
    }

    /// <summary>What the standing of a case means for a request about which nothing is decided.</summary>
    public static RequestState Of(RequestStanding standing) => standing.Status switch
    {
        CaseStatus.Waiting when standing.ChangeTaskId is not null => RequestState.SentBack,
        CaseStatus.Waiting => RequestState.Sent,
        CaseStatus.Faulted => RequestState.HeldUp,
        CaseStatus.Withdrawn => RequestState.Withdrawn,
        _ => RequestState.Closed,
    };

    private async Task FollowAsync(string caseId, CancellationToken cancellation)
    {
        if (await db.TrainingRequests.SingleOrDefaultAsync(row => row.CaseId == caseId, cancellation) is { } row)
        {
            await FollowAsync(row, cancellation);
        }
    }
}
