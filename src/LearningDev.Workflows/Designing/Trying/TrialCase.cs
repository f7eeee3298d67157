using LearningDev.Workflows.Activities;
using LearningDev.Workflows.Letters;

namespace LearningDev.Workflows.Designing.Trying;

/// <summary>The made-up case of a trial run.</summary>
/// <param name="Owner">The user name of the person whose case it is.</param>
/// <param name="Start">The id of the step that starts it.</param>
/// <param name="ContentType">The type of the item that it is about; empty for none.</param>
/// <param name="Title">What that item is called.</param>
/// <param name="Values">What its fields hold, as typed, by their names in conditions.</param>
internal sealed record TrialCase(string Owner, string Start, string ContentType, string Title, IReadOnlyDictionary<string, string> Values);

/// <summary>Something that happens in a trial run.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="StepId">The step to which it happens.</param>
/// <param name="Visit">Its visit.</param>
/// <param name="PersonId">Who decides; empty for other kinds.</param>
/// <param name="Button">The button that is pressed; empty for other kinds.</param>
/// <param name="Comment">What is said with it.</param>
internal sealed record TrialMove(TrialMoveKind Kind, string StepId, int Visit, string PersonId, string Button, string Comment)
{
    private const char Between = '|';

    /// <summary>The move as addresses have it.</summary>
    public string Write() => string.Join(Between, new[] { Kind.ToString(), StepId, Visit.ToString(System.Globalization.CultureInfo.InvariantCulture), PersonId, Button, Comment }.Select(Uri.EscapeDataString));

    /// <summary>Reads a move; null for what is none.</summary>
    public static TrialMove? Read(string text) =>
        text.Split(Between).Select(Uri.UnescapeDataString).ToArray() is [var kind, var step, var visit, var person, var button, var comment]
        && Enum.TryParse<TrialMoveKind>(kind, out var parsed) && Enum.IsDefined(parsed) && int.TryParse(visit, out var number)
            ? new TrialMove(parsed, step, number, person, button, comment) : null;
}

/// <summary>What can happen in a trial run.</summary>
internal enum TrialMoveKind
{
    /// <summary>Somebody decides.</summary>
    Decide,

    /// <summary>The time comes for which a step waits.</summary>
    Time,

    /// <summary>What a step waits for happens.</summary>
    Happen,
}

/// <summary>Where a trial run stands.</summary>
/// <param name="Lines">What has happened, in order.</param>
/// <param name="Tasks">Who is asked now.</param>
/// <param name="Waits">What else is waited for now.</param>
/// <param name="Ended">How it has ended; null while it goes on.</param>
/// <param name="Problem">Why it cannot go on; empty when it can.</param>
internal sealed record TrialResult(IReadOnlyList<TrialLine> Lines, IReadOnlyList<TrialTask> Tasks, IReadOnlyList<TrialWait> Waits, string? Ended, string Problem);

/// <summary>Something that has happened in a trial run: a step, and what would be sent.</summary>
/// <param name="Title">The step; empty for none.</param>
/// <param name="Words">What happened.</param>
/// <param name="IsFault">True when the step could not be done.</param>
/// <param name="Letters">What would be sent.</param>
internal sealed record TrialLine(string Title, string Words, bool IsFault, IReadOnlyList<TrialLetter> Letters);

/// <summary>A letter that would be sent.</summary>
/// <param name="To">The names of those who would get it.</param>
/// <param name="Letter">The letter.</param>
internal sealed record TrialLetter(string To, WorkflowLetter Letter);

/// <summary>A task of a trial run.</summary>
internal sealed record TrialTask(string StepId, int Visit, string Title, string Instructions, DateOnly? DueOn, IReadOnlyList<DecisionButton> Buttons, IReadOnlyList<TrialSeat> Seats, string Rule);

/// <summary>Somebody who is asked in a trial run.</summary>
internal sealed record TrialSeat(string PersonId, string Name, string Via, string Decision)
{
    /// <summary>Who decides for the person, who is away; null when the person is there.</summary>
    public (string Id, string Name)? Deputy { get; init; }
}

/// <summary>What a step of a trial run waits for.</summary>
/// <param name="StepId">The step.</param>
/// <param name="Visit">Its visit.</param>
/// <param name="Title">What people call it.</param>
/// <param name="DueUtc">For what time it waits, in UTC; null for none.</param>
/// <param name="IsForEvent">True when it waits for something that happens.</param>
internal sealed record TrialWait(string StepId, int Visit, string Title, DateTime? DueUtc, bool IsForEvent);
