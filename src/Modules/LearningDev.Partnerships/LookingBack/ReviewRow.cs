using LearningDev.Partnerships.Contracts;

namespace LearningDev.Partnerships.LookingBack;

/// <summary>How one of two partners looks back half way. The numbers may be counted; the words stand among the words in confidence.</summary>
internal sealed class ReviewRow
{
    public const int Best = 5;

    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public required bool IsGuide { get; init; }

    /// <summary>How much the meetings help, from 1 to 5.</summary>
    public required int Helped { get; init; }

    /// <summary>How far the goals are, from 1 to 5.</summary>
    public required int Progress { get; init; }

    /// <summary>How openly they can speak, from 1 to 5.</summary>
    public required int Openness { get; init; }

    public string? WordsId { get; set; }

    public required DateTime GivenUtc { get; init; }
}

/// <summary>How one of two partners looks back at the end. The numbers may be counted; the words stand among the words in confidence.</summary>
internal sealed class EvaluationRow
{
    public required string PartnershipId { get; init; }

    public required string PersonId { get; init; }

    public required bool IsGuide { get; init; }

    public required OutcomeReached Outcome { get; init; }

    /// <summary>How good it was, from 1 to 5.</summary>
    public required int Rating { get; init; }

    public required bool WouldRecommend { get; init; }

    public string? WordsId { get; set; }

    public required DateTime GivenUtc { get; init; }
}
