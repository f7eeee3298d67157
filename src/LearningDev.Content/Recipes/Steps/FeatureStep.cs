using System.Text.Json.Nodes;
using LearningDev.Platform.Modules;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "feature": switches modules on and off.</summary>
internal sealed class FeatureStep(Features features) : IRecipeStep
{
    public string Name => "feature";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var changes = 0;
        foreach (var id in Recipe.Read<List<string>>(step, "enable") ?? [])
        {
            changes += (await features.EnableAsync(id, cancellation)).Count;
        }

        foreach (var id in Recipe.Read<List<string>>(step, "disable") ?? [])
        {
            changes += await features.DisableAsync(id, cancellation) ? 1 : 0;
        }

        return changes;
    }
}
