using LearningDev.Platform.Events;
using LearningDev.Platform.Ui;

namespace LearningDev.MembersHub.Elections;

/// <summary>The result of an election is being entered.</summary>
internal sealed record ElectionBegun(string ElectionId, DateOnly Day) : IPortalEvent
{
    public AuditSubject Subject => new("Election", ElectionId, $"Election on {DateWords.Day(Day)}");

    public string Summary => $"Began to enter the result of the election on {DateWords.Day(Day)}";
}

/// <summary>The result of an election, which is not confirmed yet, was changed.</summary>
internal sealed record ElectionResultChanged(string ElectionId, DateOnly Day, string What) : IPortalEvent
{
    public AuditSubject Subject => new("Election", ElectionId, $"Election on {DateWords.Day(Day)}");

    public string Summary => $"{What} in the result of the election on {DateWords.Day(Day)}";
}

/// <summary>A result that was not confirmed was deleted.</summary>
internal sealed record ElectionDeleted(string ElectionId, DateOnly Day) : IPortalEvent
{
    public AuditSubject Subject => new("Election", ElectionId, $"Election on {DateWords.Day(Day)}");

    public string Summary => $"Deleted the result of the election on {DateWords.Day(Day)}, which was not confirmed";
}

/// <summary>The result of an election was confirmed: terms have ended and begun.</summary>
internal sealed record ElectionConfirmed(string ElectionId, DateOnly Day, DateOnly InOfficeFrom, int Ended, int Returned, int Begun) : IPortalEvent
{
    public AuditSubject Subject => new("Election", ElectionId, $"Election on {DateWords.Day(Day)}");

    public string Summary => $"Confirmed the result of the election on {DateWords.Day(Day)}: {Ended} not returned, {Returned} returned, {Begun} new, in office from {DateWords.Day(InOfficeFrom)}";
}
