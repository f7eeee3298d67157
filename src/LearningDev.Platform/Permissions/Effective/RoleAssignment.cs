using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>A role that somebody has given to a person, for good or between two days (ADM-01).</summary>
public sealed class RoleAssignment : IdentityUserRole<string>
{
    /// <summary>The longest reason that is kept.</summary>
    public const int ReasonLength = 300;

    /// <summary>The first day on which the person has the role; null for at once.</summary>
    public DateOnly? StartsOn { get; set; }

    /// <summary>The last day on which the person has the role; null for no end.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Why the person has the role; may be empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The name of who gave the role; empty where a file did.</summary>
    public string AssignedBy { get; set; } = "";

    /// <summary>True when the person has the role on the day.</summary>
    public bool IsInForceOn(DateOnly day) => !(StartsOn > day) && !(EndsOn < day);
}
