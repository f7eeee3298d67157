using LearningDev.Platform.Data;

namespace LearningDev.Partnerships.Notes;

/// <summary>A note of one of two partners, for themselves or for both. Its words stand among the words in confidence.</summary>
internal sealed class NoteRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PartnershipId { get; init; }

    public required string AuthorId { get; init; }

    /// <summary>True when both read and change it.</summary>
    public required bool IsShared { get; init; }

    public required string TextId { get; init; }

    public required DateTime MadeUtc { get; init; }
}
