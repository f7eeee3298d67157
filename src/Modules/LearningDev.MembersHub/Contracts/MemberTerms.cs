using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Contracts;

/// <summary>Somebody is or will be a member: a term was recorded that lasts today or begins later.</summary>
/// <param name="TermId">The term.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="From">The first day in office.</param>
/// <param name="IsNew">True when they have not been a member before.</param>
public sealed record MemberTermBegan(string TermId, string PersonId, string Name, DateOnly From, bool IsNew) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Member", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} is a member from {DateWords.Day(From)}";
}

/// <summary>It is known when somebody's term ends; the day may lie ahead.</summary>
/// <param name="TermId">The term.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="Until">The last day in office.</param>
/// <param name="Why">Why it ends, for example "Resigned".</param>
/// <param name="IsMemberAfterwards">True when another term follows on the next day.</param>
public sealed record MemberTermEnded(string TermId, string PersonId, string Name, DateOnly Until, string Why, bool IsMemberAfterwards) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Member", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"The term of {Name} ends on {DateWords.Day(Until)}";

    /// <inheritdoc />
    public string Reason => Why;
}
