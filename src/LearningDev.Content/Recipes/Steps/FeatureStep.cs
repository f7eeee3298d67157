using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "feature": switches modules on, with those they depend on, and off.</summary>
internal sealed class FeatureStep(Features features, ModuleRegistry registry) : IRecipeStep
{
    public string Name => "feature";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "enable", "disable");
        foreach (var (id, node) in context.Texts("enable"))
        {
            foreach (var on in IsKnown(context, id, node) ? await features.EnableAsync(id, cancellation) : [])
            {
                context.Changed(RecipeAction.Changed, "Module", on, NameOf(on), "Switched on");
            }
        }

        foreach (var (id, node) in context.Texts("disable"))
        {
            if (IsKnown(context, id, node))
            {
                await DisableAsync(context, id, node, cancellation);
            }
        }
    }

    private async Task DisableAsync(RecipeStepContext context, string id, JsonNode node, CancellationToken cancellation)
    {
        try
        {
            if (await features.DisableAsync(id, cancellation))
            {
                context.Changed(RecipeAction.Changed, "Module", registry.FindModule(id)!.Manifest.Id, NameOf(id), "Switched off");
            }
        }
        catch (InvalidOperationException refused)
        {
            context.Problem(node, refused.Message);
        }
    }

    private bool IsKnown(RecipeStepContext context, string id, JsonNode node)
    {
        if (registry.FindModule(id) is not null)
        {
            return true;
        }

        if (OrchardNames.IsFeature(id))
        {
            context.Problem(node, $"The feature {id} is Orchard Core's and not supported here.", RecipeProblemKind.NotSupported);
            return false;
        }

        var nearest = NearestName.Of(id, registry.Modules.Select(module => module.Manifest.Id));
        context.Problem(node, $"There is no feature \"{id}\".{(nearest is null ? "" : $" Do you mean {nearest}?")}");
        return false;
    }

    private string NameOf(string id) => registry.FindModule(id)?.Manifest.Name ?? id;
}
