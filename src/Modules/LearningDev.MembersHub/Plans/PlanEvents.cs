using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Plans;

/// <summary>A member has changed their plan. What it says stands in no audit.</summary>
internal sealed record MemberPlanChanged(string PersonId, string Name, string What) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Changed {What} of a member’s personal development plan";
}

/// <summary>The reviewer of a plan has written a note.</summary>
internal sealed record MemberPlanReviewed(string PersonId, string Name, string ReviewerName) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"{ReviewerName} wrote a note on a member’s personal development plan";
}

/// <summary>A member was reminded of their plan.</summary>
internal sealed record MemberPlanReminded(string PersonId, string Name) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Reminded {Name} of their personal development plan";
}
