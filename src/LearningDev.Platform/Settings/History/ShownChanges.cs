using LearningDev.Platform.Events;

namespace LearningDev.Platform.Settings.History;

/// <summary>Changes in a table.</summary>
/// <param name="Changes">The changes.</param>
/// <param name="Caption">What they are changes of.</param>
internal sealed record ShownChanges(IReadOnlyList<AuditChange> Changes, string Caption);
