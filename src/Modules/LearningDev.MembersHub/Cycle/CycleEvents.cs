using System.Globalization;
using LearningDev.Platform.Events;

namespace LearningDev.MembersHub.Cycle;

/// <summary>A step of the electoral cycle was recorded as done.</summary>
/// <param name="ElectionYear">The year of the election with which the cycle begins.</param>
/// <param name="StepKey">The step.</param>
/// <param name="Words">What was done.</param>
/// <param name="DoneOn">When.</param>
internal sealed record CycleStepDone(int ElectionYear, string StepKey, string Words, DateOnly DoneOn) : IPortalEvent
{
    public AuditSubject Subject => new("Electoral cycle", string.Create(CultureInfo.InvariantCulture, $"{ElectionYear}-{StepKey}"), string.Create(CultureInfo.InvariantCulture, $"Cycle from {ElectionYear}"));

    public string Summary => string.Create(CultureInfo.InvariantCulture, $"Recorded for the cycle from {ElectionYear}, on {DoneOn:d MMMM yyyy}: {Words}");
}

/// <summary>A document of the electoral cycle was sent to be agreed.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="CaseId">The case that asks.</param>
internal sealed record CycleDocumentSent(string Id, string Title, string CaseId) : IPortalEvent
{
    public AuditSubject Subject => new("MemberDevelopmentDocument", Id, Title);

    public string Summary => $"Sent {Title} to be agreed";
}

/// <summary>All have agreed a document of the electoral cycle, or it went back.</summary>
/// <param name="Id">The item's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsAgreed">True when all have agreed.</param>
internal sealed record CycleDocumentDecided(string Id, string Title, bool IsAgreed) : IPortalEvent
{
    public AuditSubject Subject => new("MemberDevelopmentDocument", Id, Title);

    public string Summary => IsAgreed ? $"{Title} is agreed" : $"{Title} was not agreed";
}
