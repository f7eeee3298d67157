namespace LearningDev.Workflows.Letters;

/// <summary>Tells people what concerns them in a workflow. It writes into the caller's transaction, and a letter with the same key is sent once.</summary>
public interface IWorkflowLetters
{
    /// <summary>Sends a letter to each of the people; nobody learns who else gets it.</summary>
    Task SendAsync(WorkflowLetter letter, CancellationToken cancellation);
}

/// <summary>A letter of a workflow.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="PersonIds">Who gets it.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The text, with line breaks.</param>
/// <param name="Path">The page that it leads to, below the portal's root, for example "/tasks/01abc"; empty for none.</param>
/// <param name="Key">What makes it one of its kind, up to 150 characters.</param>
public sealed record WorkflowLetter(WorkflowLetterKind Kind, IReadOnlyList<string> PersonIds, string Subject, string Text, string Path, string Key);

/// <summary>What a letter of a workflow is about, so that people can say how they want to be told.</summary>
public enum WorkflowLetterKind
{
    /// <summary>Somebody is asked to do something.</summary>
    TaskGiven,

    /// <summary>Somebody is reminded of it.</summary>
    TaskReminder,

    /// <summary>Somebody is asked because others were not in time.</summary>
    TaskEscalated,

    /// <summary>A request was sent back to the person who asked, or there is a question.</summary>
    RequestReturned,

    /// <summary>What a step of a workflow says.</summary>
    Message,
}
