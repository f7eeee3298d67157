using LearningDev.Platform.Events;

namespace LearningDev.Platform.Audit.Reading;

/// <summary>
/// Marks a page that shows sensitive data: whoever opens it has a row in the audit (ADM-03), at most one for each person, page and subject within
/// <see cref="AuditSettings.ReadingMinutes"/>. A page whose reading cannot be recorded is not shown.
/// </summary>
/// <param name="page">What the page shows, as the audit says it, for example "Account of a person".</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RecordsReadingAttribute(string page) : Attribute
{
    /// <summary>What the page shows, as the audit says it.</summary>
    public string Page { get; } = page;
}

/// <summary>A page model marked with <see cref="RecordsReadingAttribute"/> that shows one thing of many, such as the account of one person.</summary>
public interface IReadingSubject
{
    /// <summary>
    /// Whose data the page has shown, asked for when the handler is done; null when there is nothing to record. A subject of the kind "Person" that is who
    /// reads is not recorded either: everybody may look at their own.
    /// </summary>
    AuditSubject? ReadingSubject { get; }
}
