using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Budgets;

/// <summary>A member's budget of a year was opened with its allocation.</summary>
internal sealed record MemberBudgetOpened(string PersonId, string Name, string Year, long Pence) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Opened the member training budget {Year} of {Name} with {Budgets.Pence.Words(Pence)}";
}

/// <summary>Democratic Services changed the allocation of a member.</summary>
internal sealed record MemberBudgetAdjusted(string PersonId, string Name, string Year, long Pence, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"{(Pence > 0 ? "Added" : "Took")} {Budgets.Pence.Words(Math.Abs(Pence))} {(Pence > 0 ? "to" : "from")} the member training budget {Year} of {Name}";

    public string Reason => Why;
}

/// <summary>Something was set aside in a member's budget.</summary>
internal sealed record MemberBudgetCommitted(string PersonId, string Name, string Year, string RequestId, long Pence, long OverridePence, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Set {Budgets.Pence.Words(Pence)} aside in the member training budget {Year} of {Name}{(OverridePence > 0 ? $", {Budgets.Pence.Words(OverridePence)} over the budget" : "")}";

    public string Reason => Why;
}

/// <summary>An invoice was paid out of a member's budget.</summary>
internal sealed record MemberBudgetSpent(string PersonId, string Name, string Year, string RequestId, long Pence, long OverridePence, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Paid {Budgets.Pence.Words(Pence)} out of the member training budget {Year} of {Name}{(OverridePence > 0 ? $", {Budgets.Pence.Words(OverridePence)} over the budget" : "")}";

    public string Reason => Why;
}

/// <summary>What was set aside in a member's budget is free again.</summary>
internal sealed record MemberBudgetReleased(string PersonId, string Name, string Year, string RequestId, long Pence, string Why) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Released {Budgets.Pence.Words(Pence)} in the member training budget {Year} of {Name}";

    public string Reason => Why;
}
