using LearningDev.Mentoring.Managing;
using LearningDev.Mentoring.Profiles;
using LearningDev.Mentoring.Programmes;
using LearningDev.Platform.Events;

namespace LearningDev.Mentoring;

/// <summary>Somebody has saved an offer or request. What it says is not in the audit.</summary>
internal sealed record MentoringProfileSaved(string ProfileId, string Programme, MentoringRole Role) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProfile.Type, ProfileId, Programme);

    public string Summary => $"Saved what they say as {ProgrammeWords.Of(Role)} in {Programme}";
}

/// <summary>Somebody has sent an offer or request, or asked again after their pair had ended.</summary>
internal sealed record MentoringProfileSent(string ProfileId, string Programme, MentoringRole Role, bool IsAgain) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProfile.Type, ProfileId, Programme);

    public string Summary => IsAgain ? $"Asked to be matched again in {Programme}" : $"Joined {Programme} as {ProgrammeWords.Of(Role)}";
}

/// <summary>Somebody has withdrawn from a programme.</summary>
internal sealed record MentoringProfileWithdrawn(string ProfileId, string Programme, MentoringRole Role) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProfile.Type, ProfileId, Programme);

    public string Summary => $"Withdrew as {ProgrammeWords.Of(Role)} from {Programme}";
}

/// <summary>The pair of a mentee has ended, so that they can be matched again.</summary>
internal sealed record MentoringMenteeFree(string ProfileId, string Programme) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProfile.Type, ProfileId, Programme);

    public string Summary => $"A pair of {Programme} ended";
}

/// <summary>A mentee has asked mentors.</summary>
internal sealed record MentorsAsked(string ProgrammeId, string Programme, int Mentors) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProgramme.Type, ProgrammeId, Programme);

    public string Summary => $"Asked {(Mentors == 1 ? "a mentor" : $"{Mentors} mentors")} of {Programme}";
}

/// <summary>A mentor has answered a mentee.</summary>
internal sealed record MentorAnswered(string AskId, string Programme, bool Accepted) : IPortalEvent
{
    public AuditSubject Subject => new("MentoringAsk", AskId, Programme);

    public string Summary => $"{(Accepted ? "Accepted" : "Declined")} a mentee of {Programme}";
}

/// <summary>Somebody has pinned or forbidden a pair, or taken that back.</summary>
internal sealed record MentoringRuled(string ProgrammeId, string Programme, RulingKind Kind, string Mentee, string Mentor, bool IsTakenBack) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProgramme.Type, ProgrammeId, Programme);

    public string Summary => $"{(IsTakenBack ? "No longer " : "")}{(Kind == RulingKind.Pinned ? "pinned" : "forbidden")} in {Programme}: {Mentee} with {Mentor}";
}

/// <summary>A match was proposed.</summary>
internal sealed record MentoringMatchProposed(string ProgrammeId, string Programme, int Number, int Pairs, int LeftOver, int Total) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringProgramme.Type, ProgrammeId, Programme);

    public string Summary => $"Proposed match {Number} of {Programme}: {Pairs} pairs, {LeftOver} mentees left over";
}

/// <summary>A match was sent to be confirmed.</summary>
internal sealed record MentoringMatchSent(string RunId, string Programme, int Number) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringMatch.Type, RunId, Programme);

    public string Summary => $"Sent match {Number} of {Programme} to be confirmed";
}

/// <summary>A match was confirmed, and its pairs have begun.</summary>
internal sealed record MentoringMatchConfirmed(string RunId, string Programme, int Begun, int NotBegun) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringMatch.Type, RunId, Programme);

    public string Summary => $"The match of {Programme} is confirmed: {Begun} pairs have begun{(NotBegun > 0 ? $", {NotBegun} could not" : "")}";
}

/// <summary>A match was not confirmed.</summary>
internal sealed record MentoringMatchRefused(string RunId, string Programme) : IPortalEvent
{
    public AuditSubject Subject => new(MentoringMatch.Type, RunId, Programme);

    public string Summary => $"The match of {Programme} was not confirmed";
}
