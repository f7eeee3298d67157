using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "Roles": adds roles and sets what they may do.</summary>
internal sealed class RolesStep(Roles roles, RoleManager<Role> known, ModuleRegistry registry) : IRecipeStep
{
    // Orchard Core's roles of everybody and of everybody who is signed in.
    private static readonly string[] OfEverybody = ["Anonymous", "Authenticated"];

    public string Name => "Roles";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Roles");
        foreach (var json in context.Objects("Roles"))
        {
            await RunAsync(context, json, cancellation);
        }
    }

    private async Task RunAsync(RecipeStepContext context, JsonObject json, CancellationToken cancellation)
    {
        context.CheckProperties(json, "Name", "Description", "Permissions", "PermissionBehavior");
        if (context.Text("Name", json)?.Trim() is not { Length: > 0 and <= 256 } name)
        {
            context.Problem(json, "A role needs a Name of up to 256 characters.");
            return;
        }

        if (OfEverybody.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            context.Problem(json, $"The role {name} is not used here: the portal is for people who are signed in, and roles are given to people.", RecipeProblemKind.Notice);
            return;
        }

        var behavior = PermissionBehavior.Replace;
        if (context.Text("PermissionBehavior", json) is { Length: > 0 } text && (!Enum.TryParse(text, ignoreCase: true, out behavior) || !Enum.IsDefined(behavior)))
        {
            context.Problem(context.Find("PermissionBehavior", json), $"\"{text}\" is no PermissionBehavior. Use Replace, Add or Remove.");
            return;
        }

        var existing = await known.FindByNameAsync(name);
        List<string> permissions = [.. context.Texts("Permissions", json).Where(permission => IsKnown(context, permission.Text, permission.Node)).Select(permission => permission.Text)];
        if (await roles.SaveAsync(existing?.Name ?? name, context.Text("Description", json), permissions, behavior, cancellation))
        {
            context.Changed(existing is null ? RecipeAction.Added : RecipeAction.Changed, "Role", existing?.Name ?? name, existing?.Name ?? name);
        }
    }

    private bool IsKnown(RecipeStepContext context, string permission, JsonNode node)
    {
        if (registry.FindPermission(permission) is not null)
        {
            return true;
        }

        var nearest = NearestName.Of(permission, registry.Permissions.Select(declared => declared.Permission.Name));
        context.Problem(node, $"There is no permission \"{permission}\".{(nearest is null ? "" : $" Do you mean {nearest}?")}");
        return false;
    }
}
