namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "content": brings content items in.</summary>
internal sealed class ContentStep(ContentImport import) : IRecipeStep
{
    public string Name => "content";

    public Task RunAsync(RecipeStepContext context, CancellationToken cancellation) => import.ImportAsync(context, cancellation);
}
