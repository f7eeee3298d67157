using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Members;

/// <summary>Something of a member's terms, political group or offices was changed.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Name">The member's name.</param>
/// <param name="What">What was done, as a sentence without the name, for example "Appointed as Chair, Planning Committee".</param>
/// <param name="Why">Why; may be empty.</param>
/// <param name="Values">What was before and what is after.</param>
internal sealed record MemberChanged(string PersonId, string Name, string What, string Why, IReadOnlyList<AuditChange> Values) : IPortalEvent
{
    public AuditSubject Subject => new("Member", PersonId, Name);

    public string Summary => $"{Name}: {What}";

    public IReadOnlyList<AuditChange> Changes => Values;

    public string Reason => Why;
}

/// <summary>A ward, a political group or a body was added or changed.</summary>
/// <param name="Kind">"Ward", "Political group" or "Body".</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">True when it was added.</param>
/// <param name="Values">What was before and what is after.</param>
internal sealed record CouncilStructureChanged(string Kind, string Id, string Name, bool IsNew, IReadOnlyList<AuditChange> Values) : IPortalEvent
{
    public AuditSubject Subject => new(Kind, Id, Name);

    public string Summary => $"{(IsNew ? "Added" : "Changed")} the {Kind.ToLowerInvariant()} {Name}";

    public IReadOnlyList<AuditChange> Changes => Values;
}
