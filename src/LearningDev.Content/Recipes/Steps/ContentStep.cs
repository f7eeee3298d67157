using LearningDev.Content.Recipes.Importing;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "content": brings content items in.</summary>
internal sealed class ContentStep(ContentImport import) : IRecipeStep
{
    public string Name => "content";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "data");
        await import.ImportAsync(context, cancellation);
    }
}
