using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Letters;
using LearningDev.Workflows.Tasks.Assigning;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Messages;

/// <summary>Tells people something.</summary>
internal sealed class NotifyPeopleTask(IWorkflowLetters letters, Assignees assignees, CaseTexts texts) : IActivity
{
    private static readonly PropertyChoice[] Whom = [new(Relationships.Owner, "The person who asked"), .. Assignees.Choices];

    public string Name => "NotifyPeopleTask";

    public string DisplayName => "Tell people";

    public string Description => "Sends a message to people, in the way that each has chosen.";

    public string Category => ActivityCategories.Messages;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("To", "Whom", PropertyKind.Choice) { IsRequired = true, Default = Relationships.Owner, Choices = Whom },
        new("Roles", "Roles", PropertyKind.Roles) { IsRequired = true, OnlyWhen = "To", OnlyWhenIs = [Relationships.Role] },
        new("People", "People", PropertyKind.People) { IsRequired = true, OnlyWhen = "To", OnlyWhenIs = [Relationships.People] },
        new("Field", "Field", PropertyKind.Field) { IsRequired = true, OnlyWhen = "To", OnlyWhenIs = [Relationships.Field] },
        new("Subject", "Subject", PropertyKind.Template) { IsRequired = true, Default = "{{ case.title }}" },
        new("Text", "Message", PropertyKind.Template, "The greeting and the portal’s name are added") { IsRequired = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done"];

    public string Summarise(ActivityRecord record) => Properties[0].ReadText(record) is var to && to == Relationships.Role
        ? string.Join(" and ", Properties[1].ReadTexts(record)) : Whom.FirstOrDefault(choice => choice.Value == to)?.Label ?? to;

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var people = await assignees.FindAsync(new AssigneeRule(context.Text("To"), context.Texts("Roles"), context.Texts("People"), context.Text("Field")), context.State, cancellation);
        context.Note("People", people.Count);
        await MessageSending.SendAsync(
            letters, context, [.. people.Select(person => person.PersonId)], await texts.FillAsync(context, "Subject", cancellation), await texts.FillAsync(context, "Text", cancellation), cancellation);
        return ActivityResult.Leave("Done");
    }
}

/// <summary>Tells the owner of the case's item something (Orchard Core's notify content owner).</summary>
internal sealed class NotifyContentOwnerTask(IWorkflowLetters letters, CaseTexts texts) : IActivity
{
    private const string NobodyFound = "Failed: no user found";

    public string Name => "NotifyContentOwnerTask";

    public string DisplayName => "Tell the owner of the item";

    public string Description => "Sends a message to whoever the item belongs to.";

    public string Category => ActivityCategories.Messages;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Subject", "Subject", PropertyKind.Template) { IsRequired = true, IsExpression = true },
        new("TextBody", "Message", PropertyKind.Template) { IsExpression = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed", NobodyFound];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await context.ItemAsync(cancellation) is not { Owner: { Length: > 0 } owner })
        {
            return ActivityResult.Leave(NobodyFound);
        }

        await MessageSending.SendAsync(letters, context, [owner], await texts.FillAsync(context, "Subject", cancellation), await texts.FillAsync(context, "TextBody", cancellation), cancellation);
        return ActivityResult.Leave("Done");
    }
}

/// <summary>Tells people by user name something (Orchard Core's notify user).</summary>
internal sealed class NotifyUserTask(IWorkflowLetters letters, Assignees assignees, CaseTexts texts) : IActivity
{
    private const string NobodyFound = "Failed: no user found";

    public string Name => "NotifyUserTask";

    public string DisplayName => "Tell people by user name";

    public string Description => "Sends a message to people whose user names a text says.";

    public string Category => ActivityCategories.Messages;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("UserNames", "User names", PropertyKind.Template, "With commas between") { IsRequired = true, IsExpression = true },
        new("Subject", "Subject", PropertyKind.Template) { IsRequired = true, IsExpression = true },
        new("TextBody", "Message", PropertyKind.Template) { IsExpression = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed", NobodyFound];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        string[] names = (await texts.FillAsync(context, "UserNames", cancellation)).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var people = await assignees.FindAsync(new AssigneeRule(Relationships.People, [], names, ""), context.State, cancellation);
        if (people.Count == 0)
        {
            return ActivityResult.Leave(NobodyFound);
        }

        await MessageSending.SendAsync(
            letters, context, [.. people.Select(person => person.PersonId)], await texts.FillAsync(context, "Subject", cancellation), await texts.FillAsync(context, "TextBody", cancellation), cancellation);
        return ActivityResult.Leave("Done");
    }
}

internal static class MessageSending
{
    /// <summary>Sends a message of a step; the person whose case it is finds the way to it.</summary>
    public static async Task SendAsync(IWorkflowLetters letters, ActivityContext context, IReadOnlyList<string> people, string subject, string text, CancellationToken cancellation)
    {
        foreach (var (isOwner, some) in people.GroupBy(id => id == context.OwnerId).Select(group => (group.Key, group.ToList())))
        {
            await letters.SendAsync(
                new WorkflowLetter(WorkflowLetterKind.Message, some, subject, text, isOwner ? WorkflowLinks.Request(context.CaseId) : "", context.Key("message")), cancellation);
        }
    }
}
