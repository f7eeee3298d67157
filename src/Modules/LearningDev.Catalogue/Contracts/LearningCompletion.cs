using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Catalogue.Contracts;

/// <summary>What people have completed. Other modules report what they know for certain, in their own transaction, and read what is known.</summary>
public interface ILearningCompletions
{
    /// <summary>Reports that a person has completed an entry. Reporting the same again changes nothing; it overrules what the person said.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="contentItemId">The entry's content item.</param>
    /// <param name="completedOn">The day on which it was completed.</param>
    /// <param name="cancellation">Stops it.</param>
    Task ReportAsync(string personId, string contentItemId, DateOnly completedOn, CancellationToken cancellation = default);

    /// <summary>What a person has completed, by content item.</summary>
    /// <param name="personId">The person's id.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyDictionary<string, LearningCompletion>> OfAsync(string personId, CancellationToken cancellation = default);
}

/// <summary>That a person has completed an entry.</summary>
/// <param name="ContentItemId">The entry's content item.</param>
/// <param name="CompletedOn">The day on which it was completed.</param>
/// <param name="KnownFrom">How it is known.</param>
public sealed record LearningCompletion(string ContentItemId, DateOnly CompletedOn, CompletionSource KnownFrom);

/// <summary>How it is known that a person has completed an entry.</summary>
public enum CompletionSource
{
    /// <summary>The person said so, and may take it back.</summary>
    Person,

    /// <summary>Another part of the portal reported it, for example from a register of attendance.</summary>
    Report,
}

/// <summary>A person completed an entry, or the day on which they did was put right.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Entry">The entry.</param>
/// <param name="CompletedOn">The day on which it was completed.</param>
/// <param name="KnownFrom">How it is known.</param>
public sealed record LearningCompleted(
    string PersonId, [property: JsonIgnore] CatalogueEntrySubject Entry, DateOnly CompletedOn, CompletionSource KnownFrom) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new(Entry.ContentType, Entry.ContentItemId, Entry.Title);

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => KnownFrom == CompletionSource.Person ? $"Marked {Entry.Title} as done" : $"Reported {Entry.Title} as completed";
}

/// <summary>A person took back that they had completed an entry.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Entry">The entry.</param>
public sealed record LearningCompletionTakenBack(string PersonId, [property: JsonIgnore] CatalogueEntrySubject Entry) : IPortalEvent
{
    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new(Entry.ContentType, Entry.ContentItemId, Entry.Title);

    /// <inheritdoc />
    [JsonIgnore]
    public string Summary => $"Took back that {Entry.Title} is done";
}
