using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "DeleteContentDefinition": removes content types and parts that nothing needs. What is not there is left so.</summary>
internal sealed class DeleteContentDefinitionStep(ContentDefinitions definitions, ModuleDefinitions ofModules, PortalDb db) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "ContentTypes", "ContentParts");
        foreach (var (name, node) in context.Texts("ContentTypes"))
        {
            if ((await definitions.GetAsync(cancellation)).FindType(name) is { } type && await IsFreeAsync(context, "ContentTypes", type.Name, node, cancellation)
                && await HasNoItemsAsync(context, type.Name, node, cancellation) && await definitions.RemoveTypeAsync(type.Name, cancellation))
            {
                context.Changed(RecipeAction.Removed, "Content type", type.Name, type.DisplayName);
            }
        }

        foreach (var (name, node) in context.Texts("ContentParts"))
        {
            var known = await definitions.GetAsync(cancellation);
            if (known.FindPart(name) is not { } part || !await IsFreeAsync(context, "ContentParts", part.Name, node, cancellation))
            {
                continue;
            }

            if (known.TypesWith(part.Name).ToList() is { Count: > 0 } types)
            {
                context.Problem(node, $"The content part {part.Name} cannot be removed while content types have it: {string.Join(", ", types)}.");
            }
            else if (await definitions.RemovePartAsync(part.Name, cancellation))
            {
                context.Changed(RecipeAction.Removed, "Content part", part.Name, part.Name);
            }
        }
    }

    private async Task<bool> IsFreeAsync(RecipeStepContext context, string kind, string name, JsonNode node, CancellationToken cancellation)
    {
        if (await ofModules.OwnerAsync(kind, name, cancellation) is not { } module)
        {
            return true;
        }

        context.Problem(node, $"{name} cannot be removed: the module {module} relies on it.");
        return false;
    }

    private async Task<bool> HasNoItemsAsync(RecipeStepContext context, string type, JsonNode node, CancellationToken cancellation)
    {
        var items = await db.Set<ContentItemRow>().CountAsync(row => row.ContentType == type && row.Latest, cancellation);
        if (items == 0)
        {
            return true;
        }

        context.Problem(node, $"The content type {type} cannot be removed: there {(items == 1 ? "is 1 item" : $"are {items} items")} of it.");
        return false;
    }
}
