using LearningDev.Content.Definitions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "ContentDefinition": adds content types and parts, or merges them into those that are there.</summary>
internal sealed class ContentDefinitionStep(ContentDefinitions definitions, DefinitionReader reader) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellation) =>
        DefinitionSteps.RunAsync(context, definitions, reader, definitions.MergePartAsync, definitions.MergeTypeAsync, cancellation);
}

/// <summary>The step "ReplaceContentDefinition": puts content types and parts in the place of those that are there, with nothing left of these.</summary>
internal sealed class ReplaceContentDefinitionStep(ContentDefinitions definitions, DefinitionReader reader) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellation) =>
        DefinitionSteps.RunAsync(context, definitions, reader, definitions.ReplacePartAsync, definitions.ReplaceTypeAsync, cancellation);
}

internal static class DefinitionSteps
{
    public static async Task RunAsync(
        RecipeStepContext context, ContentDefinitions definitions, DefinitionReader reader,
        Func<ContentPartDefinition, CancellationToken, Task<bool>> savePart, Func<ContentTypeDefinition, CancellationToken, Task<bool>> saveType,
        CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "ContentTypes", "ContentParts");
        foreach (var part in reader.Parts(context))
        {
            var added = (await definitions.GetAsync(cancellation)).FindPart(part.Name) is null;
            if (await savePart(part, cancellation))
            {
                context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Content part", part.Name, part.Name);
            }
        }

        foreach (var type in await reader.TypesAsync(context, cancellation))
        {
            var added = (await definitions.GetAsync(cancellation)).FindType(type.Name) is null;
            if (await saveType(type, cancellation))
            {
                context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "Content type", type.Name, type.DisplayName.Length > 0 ? type.DisplayName : type.Name);
            }
        }
    }
}
