using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Contracts;

/// <summary>A member has completed their personal development plan, for the first time in a term or as its yearly review. It opens their training budget (MEM-03).</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">Their full name.</param>
/// <param name="CompletedOn">The day.</param>
/// <param name="IsReview">True when it was complete before, and was looked at again.</param>
public sealed record MemberPlanCompleted(string PersonId, string Name, DateOnly CompletedOn, bool IsReview) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => IsReview ? "Reviewed the personal development plan of a member" : "Completed the personal development plan of a member";
}
