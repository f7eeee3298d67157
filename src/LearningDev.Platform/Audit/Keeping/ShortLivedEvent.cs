namespace LearningDev.Platform.Audit.Keeping;

/// <summary>
/// An event whose audit rows keep their details for <see cref="AuditSettings.KeepSignInsDays"/> only, because they say little more than where somebody was and when.
/// Register one as a singleton for each such event.
/// </summary>
/// <param name="Event">The event's name in code, for example "SignedIn".</param>
public sealed record ShortLivedEvent(string Event);
