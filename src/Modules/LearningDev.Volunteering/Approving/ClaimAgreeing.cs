using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Volunteering.Claims;
using LearningDev.Volunteering.Contracts;
using LearningDev.Workflows.Running;
using LearningDev.Workflows.Tasks;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Approving;

/// <summary>Writes what a case has decided about a claim, and says so to the learning record (VOL-03).</summary>
internal sealed class ClaimAgreeing(PortalDb db, ContentItems items, IEvents events, TimeProvider time) : IEventHandler<CaseEnded>
{
    /// <summary>Agrees the leave of a claim that was sent.</summary>
    public async Task AgreeAsync(ClaimRow claim, CancellationToken cancellation)
    {
        (claim.State, claim.DecidedUtc) = (ClaimState.Agreed, time.GetUtcNow().UtcDateTime);
        claim.Revision++;
        await db.SaveChangesAsync(cancellation);
        var part = (await items.FindAsync(claim.Id, VersionChoice.Latest, cancellation))?.As<VolunteeringClaim>() ?? new VolunteeringClaim();
        var days = await db.VolunteeringOwnTime.Where(day => day.ClaimId == claim.Id).OrderBy(day => day.Day).Select(day => new { day.Day, day.Minutes }).ToListAsync(cancellation);
        await events.PublishAsync(new VolunteeringLeaveAgreed(claim.Id, claim.PersonId, claim.Organisation, claim.LeaveMinutes), cancellation);
        await events.PublishAsync(
            new VolunteeringRecorded(claim.Id, claim.PersonId, claim.Organisation, [.. days.Select(day => new VolunteeringDay(day.Day, day.Minutes / 60m))], part.Skills.TermContentItemIds),
            cancellation);
    }

    /// <summary>Closes a claim whose case has ended without its leave being agreed.</summary>
    public async Task HandleAsync(CaseEnded portalEvent, CancellationToken cancellation)
    {
        if (await db.VolunteeringClaims.SingleOrDefaultAsync(row => row.CaseId == portalEvent.CaseId && row.State == ClaimState.Sent, cancellation) is { } claim)
        {
            await CloseAsync(claim, portalEvent.Status == CaseStatus.Withdrawn ? ClaimState.Withdrawn : ClaimState.Refused, cancellation);
        }
    }

    /// <summary>Closes a claim without leave: what was set aside for it is free again, and its days of own time can be claimed once more.</summary>
    public async Task CloseAsync(ClaimRow claim, ClaimState state, CancellationToken cancellation)
    {
        (claim.State, claim.DecidedUtc) = (state, time.GetUtcNow().UtcDateTime);
        claim.Revision++;
        await db.SaveChangesAsync(cancellation);
        await db.VolunteeringOwnTime.Where(day => day.ClaimId == claim.Id).ExecuteUpdateAsync(set => set.SetProperty(day => day.IsCounted, false), cancellation);
        await events.PublishAsync(new VolunteeringClaimClosed(claim.Id, claim.Organisation, state), cancellation);
    }
}

/// <summary>Leads people to their claim when it is sent back to them.</summary>
internal sealed class ClaimForms : IRequestForms
{
    public string? ChangeUrl(string contentType, string contentItemId) => contentType == VolunteeringClaim.Type ? VolunteeringLinks.Check(contentItemId) : null;
}
