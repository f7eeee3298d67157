using LearningDev.Platform.Events;

namespace LearningDev.Coaching.Coaches;

/// <summary>Somebody has begun to write a coach's profile.</summary>
internal sealed record CoachProfileBegun(string CoachId, string Name) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => $"Began a coach profile: {Name}";
}

/// <summary>A coach has changed their profile.</summary>
internal sealed record CoachProfileChanged(string CoachId, string Name, string What) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => $"Changed {What} of the coach profile of {Name}";
}

/// <summary>A coach has sent their profile, or a change of their qualification, to be approved.</summary>
internal sealed record CoachProfileSent(string CoachId, string Name, bool IsAgain) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => $"{(IsAgain ? "Sent again" : "Sent")} the coach profile of {Name}";
}

/// <summary>Somebody is approved as a coach, or their changed qualification is.</summary>
internal sealed record CoachApproved(string CoachId, string PersonId, string Name) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => $"Approved {Name} as a coach";
}

/// <summary>What a coach has sent was not approved, or was withdrawn.</summary>
internal sealed record CoachNotApproved(string CoachId, string Name, bool IsWithdrawn) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => IsWithdrawn ? $"The coach profile of {Name} was withdrawn" : $"The coach profile of {Name} was not approved";
}

/// <summary>A coach takes nobody on for now, or takes people on again.</summary>
internal sealed record CoachPaused(string CoachId, string Name, bool IsPaused) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => IsPaused ? $"{Name} takes nobody on as a coach for now" : $"{Name} takes people on as a coach again";
}

/// <summary>A coach was told that something runs out or has run out.</summary>
internal sealed record CoachWarned(string CoachId, string Name, string What, bool HasLapsed) : IPortalEvent
{
    public AuditSubject Subject => new("Coach", CoachId, Name);

    public string Summary => HasLapsed ? $"{What} of the coach {Name} has run out, so they are not shown" : $"{What} of the coach {Name} runs out soon";
}

/// <summary>HR has invited somebody to be a coach.</summary>
internal sealed record CoachInvited(string PersonId, string Name) : IPortalEvent
{
    public AuditSubject Subject => new("Person", PersonId, Name);

    public string Summary => $"Invited {Name} to be a coach";
}
