using LearningDev.Content.Definitions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "ContentDefinition": adds content types and parts, or merges them into those that are there.</summary>
internal sealed class ContentDefinitionStep(ContentDefinitions definitions) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var json in context.Objects("ContentParts"))
        {
            if (context.Read<ContentPartDefinition>(json) is { } part && await definitions.MergePartAsync(part, cancellation))
            {
                context.Changed(RecipeAction.Changed, "Content part", part.Name, part.Name);
            }
        }

        foreach (var json in context.Objects("ContentTypes"))
        {
            if (context.Read<ContentTypeDefinition>(json) is { } type && await definitions.MergeTypeAsync(type, cancellation))
            {
                context.Changed(RecipeAction.Changed, "Content type", type.Name, type.DisplayName);
            }
        }
    }
}
