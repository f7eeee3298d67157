using LearningDev.Platform.Data;

namespace LearningDev.Workflows.Tasks.Away;

/// <summary>That somebody is away, and who decides for them meanwhile.</summary>
internal sealed class AwayRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required string DelegateId { get; set; }

    public required DateOnly FromDay { get; set; }

    /// <summary>The last day, which belongs to it.</summary>
    public required DateOnly ToDay { get; set; }
}
