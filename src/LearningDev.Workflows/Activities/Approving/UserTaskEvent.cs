using LearningDev.Platform.Data;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.People;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Tasks;
using LearningDev.Workflows.Tasks.Assigning;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Workflows.Activities.Approving;

/// <summary>Orchard Core's user task: one of some actions is chosen by somebody with one of some roles, or by anybody who can edit content. Here it is a task like every other.</summary>
internal sealed class UserTaskEvent(PortalDb db, TaskMaking tasks, Assignees assignees, RolePermissions permissions, DueDays due) : IActivity
{
    private const string EditContent = "EditContent";

    public string Name => "UserTaskEvent";

    public string DisplayName => "User task";

    public string Description => "Asks people with a role to choose one of some actions. An approval can do more.";

    public string Category => ActivityCategories.People;

    public ActivityKind Kind => ActivityKind.Waiting;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("Actions", "Actions", PropertyKind.Names, "Each is a button, and an outcome of the step") { IsRequired = true },
        new("Roles", "Roles", PropertyKind.Roles, "Empty for everybody who can edit content"),
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => Properties[0].ReadTexts(record);

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        IReadOnlyList<string> roles = context.Texts("Roles") is { Count: > 0 } named ? named : await EditorsAsync(cancellation);
        var people = await assignees.FindAsync(new AssigneeRule(Relationships.Role, roles, [], ""), context.State, cancellation);
        if (people.Count == 0)
        {
            throw new ActivityException($"Nobody has the role {string.Join(" or ", roles)}");
        }

        var title = context.Record.Title.Length > 0 ? $"{context.Record.Title}: {context.CaseTitle}" : context.CaseTitle;
        var task = await tasks.MakeAsync(
            context, new TaskOrder(TaskKind.Decision, title, "", [.. context.Texts("Actions").Select(action => new DecisionButton { Name = action, Meaning = DecisionMeaning.Other })], people), cancellation);
        context.Note("Task", task.Id);
        context.Say($"Asked {await due.NamesAsync([.. people.Select(person => person.PersonId)], cancellation)}");
        return ActivityResult.Wait();
    }

    public async Task<ActivityResult> ResumeAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (context.Input["Button"]?.ToString() is not { } button || await tasks.FindOpenAsync(context, cancellation) is not { } task)
        {
            return ActivityResult.Ignore;
        }

        var comment = context.Input["Comment"]?.ToString() ?? "";
        context.Note("Button", button);
        context.Say($"{await due.WhoAsync(context, cancellation)} chose “{button}”{(comment.Length > 0 ? $": {comment}" : "")}");
        await tasks.CloseAsync(task.Id, TaskState.Decided, button, cancellation);
        return ActivityResult.Leave(button);
    }

    public async Task CancelAsync(ActivityContext context, CancellationToken cancellation)
    {
        if (await tasks.FindOpenAsync(context, cancellation) is { } task)
        {
            await tasks.CloseAsync(task.Id, TaskState.Withdrawn, "", cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> EditorsAsync(CancellationToken cancellation)
    {
        List<string> roles = [];
        foreach (var role in await db.Roles.Where(role => role.Name != Role.Administrator).Select(role => role.Name!).ToListAsync(cancellation))
        {
            if (await permissions.MayAsync([role], EditContent))
            {
                roles.Add(role);
            }
        }

        return roles;
    }
}
