using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Partnerships.Together;

/// <summary>Something that happened in a partnership. No word that was written in it stands in an event.</summary>
/// <param name="PartnershipId">The partnership.</param>
internal abstract record PartnershipChange(string PartnershipId) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Partnership", PartnershipId, "");

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Summary { get; }
}

/// <summary>Somebody wants to go on after the chemistry meeting.</summary>
internal sealed record PartnershipWanted(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Wants to go on after the first meeting of a partnership";
}

/// <summary>Somebody has signed the agreement.</summary>
/// <param name="PartnershipId">The partnership.</param>
/// <param name="As">"Guide", "Learner" or "Manager".</param>
internal sealed record PartnershipSigned(string PartnershipId, string As) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Signed the agreement of a partnership";
}

/// <summary>The goals were changed.</summary>
internal sealed record PartnershipGoalsChanged(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Changed the goals of a partnership";
}

/// <summary>A meeting was planned, or its plan changed.</summary>
internal sealed record PartnershipMeetingPlanned(string PartnershipId, string MeetingId, DateOnly Day, int Minutes) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Planned a meeting of a partnership";
}

/// <summary>A planned meeting was called off.</summary>
internal sealed record PartnershipMeetingCancelled(string PartnershipId, string MeetingId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Called off a meeting of a partnership";
}

/// <summary>A meeting was held.</summary>
internal sealed record PartnershipMeetingHeld(string PartnershipId, string MeetingId, DateOnly Day, int Minutes) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Recorded a meeting of a partnership";
}

/// <summary>A note was written or changed.</summary>
internal sealed record PartnershipNoteWritten(string PartnershipId, string NoteId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Wrote a note in a partnership";
}

/// <summary>A note was deleted.</summary>
internal sealed record PartnershipNoteDeleted(string PartnershipId, string NoteId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Deleted a note in a partnership";
}

/// <summary>Both were asked to look back half way.</summary>
internal sealed record PartnershipReviewAsked(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Asked both to look back on a partnership";
}

/// <summary>Somebody has looked back half way.</summary>
internal sealed record PartnershipReviewed(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Looked back on a partnership";
}

/// <summary>Somebody has said what a partnership has brought.</summary>
internal sealed record PartnershipEvaluated(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Said what a partnership has brought";
}

/// <summary>Both were asked how it goes, because the partnership was quiet.</summary>
internal sealed record PartnershipQuiet(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Asked both how a quiet partnership goes";
}

/// <summary>Somebody has said how it goes. What they said is theirs.</summary>
internal sealed record PartnershipQuietAnswered(string PartnershipId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Said how a partnership goes";
}

/// <summary>Both were reminded of a meeting.</summary>
internal sealed record PartnershipReminded(string PartnershipId, string MeetingId) : PartnershipChange(PartnershipId)
{
    [JsonIgnore]
    public override string Summary => "Reminded both of a meeting of a partnership";
}
