using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Profiles;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Approving;

/// <summary>Writes what a case has decided about a coach.</summary>
internal sealed class CoachApproving(PortalDb db, ContentItems items, IEvents events, TimeProvider time) : IEventHandler<CaseEnded>
{
    /// <summary>Approves a coach with the qualification that the profile says now.</summary>
    public async Task ApproveAsync(CoachRow coach, CancellationToken cancellation)
    {
        if (await items.FindAsync(coach.Id, VersionChoice.Latest, cancellation) is { } item)
        {
            ProfileCopy.Approve(coach, item);
        }

        (coach.State, coach.IsAsked, coach.DecidedUtc) = (CoachState.Approved, false, time.GetUtcNow().UtcDateTime);
        coach.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachApproved(coach.Id, coach.PersonId, coach.PersonName), cancellation);
    }

    /// <summary>Closes what was asked when its case has ended without approval. An approved coach keeps the qualification that was approved before.</summary>
    public async Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation)
    {
        if (await db.Coaches.SingleOrDefaultAsync(row => row.CaseId == portalEvent.CaseId && row.IsAsked, cancellation) is not { } coach)
        {
            return;
        }

        var isWithdrawn = portalEvent.Status == CaseStatus.Withdrawn;
        if (coach.State == CoachState.Approved)
        {
            if (await items.FindAsync(coach.Id, VersionChoice.Latest, cancellation) is { } item)
            {
                ProfileCopy.PutBack(coach, item);
                await items.SaveDraftAsync(item, cancellation);
            }
        }
        else
        {
            coach.State = isWithdrawn ? CoachState.Withdrawn : CoachState.Refused;
        }

        (coach.IsAsked, coach.DecidedUtc) = (false, time.GetUtcNow().UtcDateTime);
        coach.Revision++;
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new CoachNotApproved(coach.Id, coach.PersonName, isWithdrawn), cancellation);
    }
}
