using System.Text.Json.Nodes;
using LearningDev.Platform.Permissions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "Roles": adds roles and sets what they may do.</summary>
internal sealed class RolesStep(Roles roles) : IRecipeStep
{
    public string Name => "Roles";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var changes = 0;
        foreach (var role in Recipe.Read<List<RoleRecord>>(step, "Roles") ?? [])
        {
            changes += await roles.SaveAsync(role.Name, role.Description, role.Permissions, role.PermissionBehavior, cancellation) ? 1 : 0;
        }

        return changes;
    }

    private sealed record RoleRecord
    {
        public string Name { get; init; } = "";

        public string? Description { get; init; }

        public List<string> Permissions { get; init; } = [];

        public PermissionBehavior PermissionBehavior { get; init; }
    }
}
