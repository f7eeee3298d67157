using LearningDev.Funding.Requests.Deciding;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Requests;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Funding.Requests.Checking;

/// <summary>What came of sending a request.</summary>
internal enum SendingOutcome
{
    /// <summary>Somebody is asked to decide.</summary>
    Sent,

    /// <summary>There is no such request of the person.</summary>
    NotThere,

    /// <summary>It is sent already, or has ended: a double click, or another tab.</summary>
    TooLate,

    /// <summary>Something is missing or wrong.</summary>
    Incomplete,

    /// <summary>No workflow is switched on that takes requests.</summary>
    NoWorkflow,
}

/// <summary>Sends a request: the first time it starts the workflow, after it was sent back it goes on with it (FUN-03). Both in the caller's transaction.</summary>
internal sealed class RequestSending(
    PortalDb db, RequestDrafts drafts, RequestCompleteness completeness, CaseCare cases, RequestStandings standings, RequestStates states, IEvents events, TimeProvider time)
{
    public async Task<SendingOutcome> SendAsync(string id, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync(id, cancellation);
        if (await drafts.FindAsync(id, cancellation) is not { } request)
        {
            return SendingOutcome.NotThere;
        }

        if (!request.Row.CanChange)
        {
            return SendingOutcome.TooLate;
        }

        if ((await completeness.ProblemsAsync(request.Item, cancellation)).Count > 0)
        {
            return SendingOutcome.Incomplete;
        }

        // What follows from the settings follows from those of today.
        await drafts.SaveAsync(request.Item, cancellation);
        return request.Row.State == RequestState.SentBack ? await SendAgainAsync(request, cancellation) : await SendFirstAsync(request, cancellation);
    }

    private async Task<SendingOutcome> SendFirstAsync(OwnRequest request, CancellationToken cancellation)
    {
        if (await cases.StartWithAsync(TrainingRequestSentEvent.ActivityName, request.Id, request.Row.PersonId, [], cancellation) is not { } caseId)
        {
            return SendingOutcome.NoWorkflow;
        }

        var row = await db.TrainingRequests.SingleAsync(one => one.ItemId == request.Id, cancellation);
        (row.CaseId, row.SentUtc) = (caseId, time.GetUtcNow().UtcDateTime);
        await states.FollowAsync(row, cancellation);
        await events.PublishAsync(new TrainingRequestSent(row.ItemId, row.Title, caseId), cancellation);
        return SendingOutcome.Sent;
    }

    private async Task<SendingOutcome> SendAgainAsync(OwnRequest request, CancellationToken cancellation)
    {
        if (!await standings.SendAgainAsync(request.Row.CaseId!, "", cancellation))
        {
            return SendingOutcome.TooLate;
        }

        await events.PublishAsync(new TrainingRequestSentAgain(request.Id, request.Item.DisplayText, request.Row.CaseId!), cancellation);
        return SendingOutcome.Sent;
    }
}
