using LearningDev.Platform.Events;

namespace LearningDev.Volunteering.Contracts;

/// <summary>Volunteering in somebody's own time was accepted, so that it counts as their development (VOL-03). One for each claim, when its leave is agreed.</summary>
/// <param name="ClaimId">The id of the claim, and of its content item.</param>
/// <param name="PersonId">The person's id.</param>
/// <param name="Organisation">Where they volunteered.</param>
/// <param name="Days">On which days, and for how many hours each.</param>
/// <param name="SkillIds">The skills that they used: ids of terms of the taxonomy "volunteering-skills".</param>
public sealed record VolunteeringRecorded(string ClaimId, string PersonId, string Organisation, IReadOnlyList<VolunteeringDay> Days, IReadOnlyList<string> SkillIds) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    /// <inheritdoc />
    public string Summary => $"Volunteering with {Organisation} was recorded";
}

/// <summary>Volunteering that was recorded does not count any more, because its claim was reversed.</summary>
/// <param name="ClaimId">The id of the claim.</param>
/// <param name="PersonId">The person's id.</param>
/// <param name="Organisation">Where they volunteered.</param>
/// <param name="Why">Why it was reversed.</param>
public sealed record VolunteeringReversed(string ClaimId, string PersonId, string Organisation, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("VolunteeringClaim", ClaimId, Organisation);

    /// <inheritdoc />
    public string Summary => $"Reversed the claim for volunteering with {Organisation}";

    /// <inheritdoc />
    public string Reason => Why;
}

/// <summary>A day of volunteering.</summary>
/// <param name="Day">The day.</param>
/// <param name="Hours">How many hours, up to 24.</param>
public sealed record VolunteeringDay(DateOnly Day, decimal Hours);
