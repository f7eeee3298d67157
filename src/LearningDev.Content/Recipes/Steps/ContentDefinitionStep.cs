using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "ContentDefinition": adds content types and parts, or merges them into those that are there.</summary>
internal sealed class ContentDefinitionStep(ContentDefinitions definitions) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var changes = 0;
        foreach (var part in Recipe.Read<List<ContentPartDefinition>>(step, "ContentParts") ?? [])
        {
            changes += await definitions.MergePartAsync(part, cancellation) ? 1 : 0;
        }

        foreach (var type in Recipe.Read<List<ContentTypeDefinition>>(step, "ContentTypes") ?? [])
        {
            changes += await definitions.MergeTypeAsync(type, cancellation) ? 1 : 0;
        }

        return changes;
    }
}
