using LearningDev.Platform.Data;

namespace LearningDev.Mentoring.Choosing;

/// <summary>Where a mentee's question to a mentor stands.</summary>
internal enum AskState
{
    /// <summary>The mentor has not answered.</summary>
    Asked,

    /// <summary>The mentor has said yes.</summary>
    Accepted,

    /// <summary>The mentor cannot.</summary>
    Declined,

    /// <summary>The mentee has found somebody else, or has withdrawn.</summary>
    Closed,
}

/// <summary>That a mentee has asked a mentor, in a programme in which mentees choose.</summary>
internal sealed class AskRow
{
    public const int WordsLength = 500;

    public string Id { get; init; } = Identifiers.New();

    public required string ProgrammeId { get; init; }

    public required string MenteeId { get; init; }

    public required string MentorId { get; init; }

    public AskState State { get; set; } = AskState.Asked;

    /// <summary>What the mentor has said with the answer; may be empty.</summary>
    public string Words { get; set; } = "";

    public required DateTime AskedUtc { get; init; }

    public DateTime? AnsweredUtc { get; set; }
}
