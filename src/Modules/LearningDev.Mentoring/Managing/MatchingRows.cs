using LearningDev.Platform.Data;

namespace LearningDev.Mentoring.Managing;

/// <summary>The matching of a programme, so that those who work on it at once take turns and are told of one another.</summary>
internal sealed class MatchingRow
{
    public required string ProgrammeId { get; init; }

    /// <summary>Rises with each ruling and run; a concurrency token.</summary>
    public int Revision { get; set; }
}

/// <summary>What HR has said about two people.</summary>
internal enum RulingKind
{
    /// <summary>They are to be a pair.</summary>
    Pinned,

    /// <summary>They are not to be a pair.</summary>
    Forbidden,
}

/// <summary>A pair that HR has pinned or forbidden.</summary>
internal sealed class RulingRow
{
    public string Id { get; init; } = Identifiers.New();

    public required string ProgrammeId { get; init; }

    public required string MenteeId { get; init; }

    public required string MentorId { get; init; }

    public required RulingKind Kind { get; set; }

    /// <summary>Who said it.</summary>
    public required string ByName { get; set; }

    public required DateTime ChangedUtc { get; set; }
}

/// <summary>Where a run stands.</summary>
internal enum RunState
{
    /// <summary>It is proposed.</summary>
    Proposed,

    /// <summary>It waits for confirmation.</summary>
    Sent,

    /// <summary>It was confirmed, and its pairs have begun.</summary>
    Confirmed,

    /// <summary>It was not confirmed.</summary>
    Refused,
}

/// <summary>A run of the matching of a programme.</summary>
internal sealed class RunRow
{
    /// <summary>Its id, and that of its content item once it is sent.</summary>
    public string Id { get; init; } = Identifiers.New();

    public required string ProgrammeId { get; init; }

    /// <summary>Counts the runs of the programme from 1.</summary>
    public required int Number { get; init; }

    public RunState State { get; set; } = RunState.Proposed;

    /// <summary>The fits of all pairs together.</summary>
    public required int Total { get; init; }

    public required int Pairs { get; init; }

    /// <summary>How many mentees are without a mentor.</summary>
    public required int LeftOver { get; init; }

    /// <summary>Who proposed it.</summary>
    public required string ByName { get; init; }

    /// <summary>The case that confirms it; null before it is sent.</summary>
    public string? CaseId { get; set; }

    public required DateTime CreatedUtc { get; init; }
}

/// <summary>A pair of a run.</summary>
internal sealed class RunPairRow
{
    public const int ReasonsLength = 4000;
    public const int TieLength = 1000;

    public required string RunId { get; init; }

    public required string MenteeId { get; init; }

    public required string MentorId { get; init; }

    /// <summary>Its place in the list, from 0.</summary>
    public required int Position { get; init; }

    public required int Points { get; init; }

    /// <summary>What the points are for: a line for each part, its points, a tab and its words.</summary>
    public required string Reasons { get; init; }

    /// <summary>Why this and not an equally good result; empty for no other.</summary>
    public required string Tie { get; init; }

    public required bool IsPinned { get; init; }

    /// <summary>The partnership that has begun; null before, and when it could not begin any more.</summary>
    public string? PartnershipId { get; set; }
}

/// <summary>Somebody whom a run has left over.</summary>
internal sealed class RunLeftRow
{
    public required string RunId { get; init; }

    public required string PersonId { get; init; }

    public required bool IsMentor { get; init; }

    /// <summary>Why, in plain words.</summary>
    public required string Why { get; init; }
}
