using LearningDev.Platform.Notifications;

namespace LearningDev.Workflows.Letters;

/// <summary>Tells people by the portal's notifications, each in the ways that they have chosen. The steps of a workflow say the words.</summary>
internal sealed class NotificationLetters(INotifications notifications, LetterSilence silence) : IWorkflowLetters
{
    private const string Subject = "subject";
    private const string Summary = "summary";
    private const string Text = "text";

    /// <summary>The kinds of notification, by what a letter is about.</summary>
    public static IReadOnlyDictionary<WorkflowLetterKind, NotificationKind> Kinds { get; } = new Dictionary<WorkflowLetterKind, NotificationKind>
    {
        [WorkflowLetterKind.TaskGiven] = Kind("task-given", "Tasks for you", "When somebody waits for you to decide or answer.", "Approve: First aid at work", mayBeSwitchedOff: false),
        [WorkflowLetterKind.TaskReminder] = Kind("task-reminder", "Reminders of your tasks", "When a task of yours is due soon or overdue.", "Still waiting for you: First aid at work"),
        [WorkflowLetterKind.TaskEscalated] = Kind("task-escalated", "Tasks that others did not do in time", "When a task passes to you because it was not done in time.", "Now with you: First aid at work", mayBeSwitchedOff: false),
        [WorkflowLetterKind.RequestReturned] = Kind("request-returned", "Your requests that need you", "When a request of yours is sent back or has a question.", "Please answer: First aid at work", mayBeSwitchedOff: false),
        [WorkflowLetterKind.Message] = Kind("workflow-message", "News of requests", "When something has happened to a request that concerns you.", "Your request is approved: First aid at work"),
    };

    public Task SendAsync(WorkflowLetter letter, CancellationToken cancellation)
    {
        if (silence.IsOn)
        {
            return Task.CompletedTask;
        }

        var text = letter.Text.Trim();
        return notifications.NotifyAsync(
            new Notification(Kinds[letter.Kind].Key, letter.Key, letter.PersonIds)
            {
                Values = new Dictionary<string, string> { [Subject] = letter.Subject, [Summary] = OneLine(text), [Text] = text },
                Link = letter.Path.Length > 0 ? letter.Path : null,
            },
            cancellation);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static NotificationKind Kind(string key, string name, string description, string example, bool mayBeSwitchedOff = true) =>
        new(key, name, description, new NotificationWords($"{{{{ {Subject} }}}}", $"{{{{ {Summary} }}}}", $"{{{{ {Text} }}}}"))
        {
            MayBeSwitchedOff = mayBeSwitchedOff,
            Placeholders =
            [
                new NotificationPlaceholder(Subject, "The subject, as the step of the workflow says it", example),
                new NotificationPlaceholder(Summary, "The text on one line", "Sam Example asks for First aid at work. It costs £120.00."),
                new NotificationPlaceholder(Text, "The text, as the step of the workflow says it", "Sam Example asks for First aid at work.\n\nIt costs £120.00."),
            ],
        };
}
