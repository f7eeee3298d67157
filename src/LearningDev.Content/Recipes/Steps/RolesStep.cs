using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People;
using LearningDev.Platform.Permissions;
using LearningDev.Platform.Permissions.Effective;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "Roles": adds roles and sets what they may do.</summary>
internal sealed class RolesStep(Roles roles, RoleManager<Role> known, ModuleRegistry registry) : IRecipeStep
{
    // Orchard Core's roles of everybody and of everybody who is signed in.
    private static readonly string[] OfEverybody = ["Anonymous", "Authenticated"];

    // Which roles are the system's own, as recipes of 2.0 wrote it.
    private const string NotUsedHere = "IsOwnerType";

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
        context.CheckProperties(json, "Name", "Description", "Permissions", "PermissionBehavior", "Rules", NotUsedHere);
        if (context.Find(NotUsedHere, json) is { } node)
        {
            context.Problem(node, $"{NotUsedHere} of Orchard Core is not used here.", RecipeProblemKind.Notice);
        }

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
        if (await roles.SaveAsync(existing?.Name ?? name, context.Text("Description", json), permissions, behavior, Rules(context, json), cancellation))
        {
            context.Changed(existing is null ? RecipeAction.Added : RecipeAction.Changed, "Role", existing?.Name ?? name, existing?.Name ?? name);
        }
    }

    /// <summary>By what the role is given: a property of the portal's own, which Orchard Core passes over.</summary>
    private static List<RuleChoice>? Rules(RecipeStepContext context, JsonObject json)
    {
        if (context.Find("Rules", json) is null)
        {
            return null;
        }

        List<RuleChoice> rules = [];
        foreach (var rule in context.Objects("Rules", json))
        {
            context.CheckProperties(rule, "Kind", "Value");
            if (Enum.TryParse<RoleRuleKind>(context.Text("Kind", rule), ignoreCase: true, out var kind) && Enum.IsDefined(kind))
            {
                rules.Add(new RuleChoice(kind, context.Text("Value", rule) ?? ""));
            }
            else
            {
                context.Problem(rule, $"\"{context.Text("Kind", rule)}\" is no kind of rule. Use {string.Join(", ", Enum.GetNames<RoleRuleKind>())}.");
            }
        }

        return rules;
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
