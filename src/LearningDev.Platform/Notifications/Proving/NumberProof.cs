namespace LearningDev.Platform.Notifications.Proving;

/// <summary>A code that was sent to a person's number and has not been typed in yet. There is one for each person at most.</summary>
internal sealed class NumberProof
{
    public required string PersonId { get; init; }

    /// <summary>The number that it was sent to, in the form +447700900123.</summary>
    public required string Number { get; set; }

    /// <summary>The code, encrypted with the portal's keys.</summary>
    public required string Code { get; set; }

    public required DateTime SentUtc { get; set; }

    /// <summary>How often it was typed in wrongly.</summary>
    public int Attempts { get; set; }

    /// <summary>How many codes were sent since <see cref="FirstSentUtc"/>, whatever the number.</summary>
    public int Sent { get; set; }

    public required DateTime FirstSentUtc { get; set; }
}
