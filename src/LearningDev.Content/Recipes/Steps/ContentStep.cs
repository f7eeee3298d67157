using System.Text.Json.Nodes;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "content": brings content items in.</summary>
internal sealed class ContentStep(ContentImport import) : IRecipeStep
{
    public string Name => "content";

    public Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation) =>
        import.ImportAsync(Recipe.Read<List<JsonObject>>(step, "data") ?? [], cancellation);
}
