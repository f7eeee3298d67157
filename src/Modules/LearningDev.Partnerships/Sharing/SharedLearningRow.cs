using LearningDev.Platform.Data;

namespace LearningDev.Partnerships.Sharing;

/// <summary>What somebody has chosen to have counted in their record.</summary>
internal sealed class SharedLearningRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public required bool IsGuide { get; init; }

    public required int Minutes { get; init; }

    /// <summary>The id of the reflection among the words in confidence; null for none.</summary>
    public string? ReflectionId { get; set; }

    public required DateTime SharedUtc { get; init; }

    /// <summary>When it was taken back; null while it is shared.</summary>
    public DateTime? TakenBackUtc { get; set; }
}
