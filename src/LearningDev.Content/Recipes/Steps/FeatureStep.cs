using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "feature": switches modules on and off.</summary>
internal sealed class FeatureStep(Features features, ModuleRegistry registry) : IRecipeStep
{
    public string Name => "feature";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var (id, node) in context.Texts("enable"))
        {
            if (Known(context, id, node))
            {
                foreach (var on in await features.EnableAsync(id, cancellation))
                {
                    context.Changed(RecipeAction.Changed, "Feature", on, NameOf(on), "Switched on");
                }
            }
        }

        foreach (var (id, node) in context.Texts("disable"))
        {
            if (Known(context, id, node) && await features.DisableAsync(id, cancellation))
            {
                context.Changed(RecipeAction.Changed, "Feature", id, NameOf(id), "Switched off");
            }
        }
    }

    private bool Known(RecipeStepContext context, string id, System.Text.Json.Nodes.JsonNode node)
    {
        if (registry.FindModule(id) is not null)
        {
            return true;
        }

        context.Problem(node, $"There is no feature \"{id}\".");
        return false;
    }

    private string NameOf(string id) => registry.FindModule(id)?.Manifest.Name ?? id;
}
