using LearningDev.Platform.People;
using LearningDev.Platform.Permissions.Assigning;
using LearningDev.Workflows.Definitions;
using LearningDev.Workflows.Templates;

namespace LearningDev.Workflows.Activities.Roles;

/// <summary>Gives a role to a person (Orchard Core's assign role).</summary>
internal sealed class AssignUserRoleTask(RoleGiving giving, CaseTexts texts) : IActivity
{
    public string Name => "AssignUserRoleTask";

    public string DisplayName => "Give a role";

    public string Description => "Gives a role to a person.";

    public string Category => ActivityCategories.People;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("UserName", "User name", PropertyKind.Template, "For example {{ owner.username }}") { IsRequired = true, IsExpression = true, Default = "{{ owner.username }}" },
        new("RoleName", "Role", PropertyKind.Role, "The role of administrators cannot be given") { IsRequired = true, IsExpression = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed"];

    public string Summarise(ActivityRecord record) => Properties[1].ReadText(record);

    public IEnumerable<string> Check(ActivityRecord record, WorkflowDefinition definition) =>
        Properties[1].ReadText(record) == Role.Administrator ? ["A workflow cannot give the role of administrators"] : [];

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var (user, role) = (await texts.FillAsync(context, "UserName", cancellation), await texts.FillAsync(context, "RoleName", cancellation));
        context.Note("User", user);
        context.Note("Role", role);
        return ActivityResult.Leave(await giving.ChangeAsync(user, role, gives: true, $"By the workflow {context.Definition.Name}", cancellation) ? "Done" : "Failed");
    }
}

/// <summary>Takes roles from a person (Orchard Core's unassign role).</summary>
internal sealed class UnassignUserRoleTask(RoleGiving giving, CaseTexts texts) : IActivity
{
    public string Name => "UnassignUserRoleTask";

    public string DisplayName => "Take roles";

    public string Description => "Takes roles from a person.";

    public string Category => ActivityCategories.People;

    public ActivityKind Kind => ActivityKind.Task;

    public IReadOnlyList<ActivityProperty> Properties { get; } =
    [
        new("UserName", "User name", PropertyKind.Template, "For example {{ owner.username }}") { IsRequired = true, IsExpression = true, Default = "{{ owner.username }}" },
        new("Roles", "Roles", PropertyKind.Roles) { IsRequired = true },
    ];

    public IReadOnlyList<string> Outcomes(ActivityRecord record) => ["Done", "Failed"];

    public string Summarise(ActivityRecord record) => string.Join(", ", Properties[1].ReadTexts(record));

    public async Task<ActivityResult> ExecuteAsync(ActivityContext context, CancellationToken cancellation)
    {
        var user = await texts.FillAsync(context, "UserName", cancellation);
        context.Note("User", user);
        var all = true;
        foreach (var role in context.Texts("Roles"))
        {
            all &= await giving.ChangeAsync(user, role, gives: false, $"By the workflow {context.Definition.Name}", cancellation);
        }

        return ActivityResult.Leave(all ? "Done" : "Failed");
    }
}
