using LearningDev.Platform.Events;

namespace LearningDev.Volunteering.Claims;

/// <summary>Somebody has begun a claim.</summary>
internal sealed record VolunteeringClaimBegun(string ClaimId, string Organisation) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"Began a claim for volunteering with {Organisation}";
}

/// <summary>Somebody has changed what a claim says or how much it claims.</summary>
internal sealed record VolunteeringClaimChanged(string ClaimId, string Organisation, string What) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"Changed {What} of the claim for volunteering with {Organisation}";
}

/// <summary>Somebody has deleted a claim that was never sent.</summary>
internal sealed record VolunteeringClaimDeleted(string ClaimId, string Organisation) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"Deleted the draft of a claim for volunteering with {Organisation}";
}

/// <summary>A claim was sent, or sent again after changes.</summary>
internal sealed record VolunteeringClaimSent(string ClaimId, string Organisation, int OwnMinutes, int LeaveMinutes, bool IsAgain) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"{(IsAgain ? "Sent again" : "Sent")} the claim for volunteering with {Organisation}: {Hours.Words(LeaveMinutes)} of leave for {Hours.Words(OwnMinutes)} of own time";
}

/// <summary>The leave of a claim was agreed.</summary>
internal sealed record VolunteeringLeaveAgreed(string ClaimId, string PersonId, string Organisation, int LeaveMinutes) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"{Hours.Words(LeaveMinutes)} of leave for volunteering with {Organisation} agreed";
}

/// <summary>A claim has ended without leave: it was refused or withdrawn.</summary>
internal sealed record VolunteeringClaimClosed(string ClaimId, string Organisation, ClaimState State) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"The claim for volunteering with {Organisation} {(State == ClaimState.Withdrawn ? "was withdrawn" : "was not agreed")}";
}

/// <summary>Leave was recorded as taken.</summary>
internal sealed record VolunteeringLeaveTaken(string ClaimId, string PersonId, string Organisation, DateOnly Day, int Minutes) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"Recorded {Hours.Words(Minutes)} of leave for volunteering with {Organisation} on {Platform.Ui.DateWords.Day(Day)}";
}

/// <summary>Leave that was recorded or planned was taken back.</summary>
internal sealed record VolunteeringLeaveRemoved(string ClaimId, string PersonId, string Organisation, DateOnly Day, int Minutes, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    public string Summary => $"Removed {Hours.Words(Minutes)} of leave for volunteering with {Organisation} on {Platform.Ui.DateWords.Day(Day)}";

    public string Reason => Why;
}
