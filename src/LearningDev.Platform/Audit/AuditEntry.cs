namespace LearningDev.Platform.Audit;

/// <summary>One row of the audit: who did what to what, and when (ADM-03). Rows are only ever added.</summary>
public sealed class AuditEntry
{
    /// <summary>The longest name or summary that is kept; longer ones are shortened.</summary>
    public const int TextLength = 400;

    /// <summary>The row's number, rising with time.</summary>
    public long Id { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    public required DateTime OccurredUtc { get; init; }

    /// <summary>The id of the person who did it; null for the portal itself.</summary>
    public string? PersonId { get; init; }

    /// <summary>The person's name at that time, or the name of the process.</summary>
    public required string PersonName { get; init; }

    /// <summary>The event's name in code, for example "ContentPublished".</summary>
    public required string Event { get; init; }

    /// <summary>The kind of thing that it happened to.</summary>
    public required string SubjectKind { get; init; }

    /// <summary>The id of the thing that it happened to.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The name of the thing when it happened.</summary>
    public required string SubjectName { get; init; }

    /// <summary>What happened, as a person reads it.</summary>
    public required string Summary { get; init; }

    /// <summary>The whole event as JSON.</summary>
    public required string Data { get; init; }

    internal static string Shorten(string text) => text.Length <= TextLength ? text : string.Concat(text.AsSpan(0, TextLength - 1), "…");
}
