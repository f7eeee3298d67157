using LearningDev.Platform.Permissions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "Roles": adds roles and sets what they may do.</summary>
internal sealed class RolesStep(Roles roles) : IRecipeStep
{
    public string Name => "Roles";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("Roles"))
        {
            if (context.Read<RoleRecord>(json) is { } role
                && await roles.SaveAsync(role.Name, role.Description, role.Permissions, role.PermissionBehavior, cancellation))
            {
                context.Changed(RecipeAction.Changed, "Role", role.Name, role.Name);
            }
        }
    }

    private sealed record RoleRecord
    {
        public string Name { get; init; } = "";

        public string? Description { get; init; }

        public List<string> Permissions { get; init; } = [];

        public PermissionBehavior PermissionBehavior { get; init; }
    }
}
