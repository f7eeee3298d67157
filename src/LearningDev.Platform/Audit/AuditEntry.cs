using System.Text;
using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;

namespace LearningDev.Platform.Audit;

/// <summary>
/// One row of the audit: who did what to what, when, and why (ADM-03). Rows are written by publishing an event, when its transaction is committed,
/// and are chained by their hashes in that order.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The longest name, summary or value before and after that is kept; longer ones are shortened.</summary>
    public const int TextLength = 400;

    /// <summary>The longest name of a person that is kept.</summary>
    public const int PersonNameLength = 200;

    /// <summary>The longest reason that is kept.</summary>
    public const int ReasonLength = 2000;

    private const int MostChanges = 200;

    /// <summary>The row's number: one more than that of the row before.</summary>
    public long Id { get; internal set; }

    /// <summary>When it happened, in UTC, to the microsecond.</summary>
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

    /// <summary>What was changed, as JSON: a list of <see cref="AuditChange"/>.</summary>
    public string Changes { get; init; } = "[]";

    /// <summary>Why it was done, in the words of who did it; empty when nobody was asked.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The SHA-256 of the row before and of this one's content (<see cref="Chain.AuditHash"/>).</summary>
    public byte[] Hash { get; internal set; } = [];

    /// <summary>The hash of the row's details once they have been removed, so that the chain can still be checked; null while they are there.</summary>
    public byte[]? DetailsHash { get; internal set; }

    /// <summary>What was changed, value by value.</summary>
    public IReadOnlyList<AuditChange> ReadChanges() => JsonSerializer.Deserialize<List<AuditChange>>(Changes, PortalJson.Compact) ?? [];

    internal static string Write(IReadOnlyList<AuditChange> changes) => changes.Count == 0 ? "[]" : JsonSerializer.Serialize(
        changes.Take(MostChanges).Select(change => new AuditChange(Shorten(change.Name), Shorten(change.Before), Shorten(change.After))), PortalJson.Compact);

    // PostgreSQL keeps microseconds, and a row must have the same hash wherever it is kept.
    internal static DateTime ToMicroseconds(DateTime moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMicrosecond), moment.Kind);

    internal static string Shorten(string text, int length = TextLength)
    {
        if (text.Length <= length)
        {
            return text;
        }

        // Half of a pair of surrogates is no text.
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return new StringBuilder(length).Append(text.AsSpan(0, end)).Append('…').ToString();
    }
}
