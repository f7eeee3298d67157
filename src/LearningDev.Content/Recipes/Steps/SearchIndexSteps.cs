using System.Text.Json.Nodes;
using LearningDev.Content.Definitions;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>
/// Orchard Core's step "lucene-index" of before 3.0. What is searched follows from the content types here, so that there is nothing to set: the step is
/// read, the content types that it names must be known, and the report tells that the rest has no meaning.
/// </summary>
internal sealed class LuceneIndexStep(ContentDefinitions definitions) : IRecipeStep
{
    public string Name => "lucene-index";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Indices");
        foreach (var index in context.Objects("Indices"))
        {
            foreach (var (name, settings) in index)
            {
                await SearchIndexSteps.TellAsync(context, definitions, name, index, settings as JsonObject, cancellation);
            }
        }
    }
}

/// <summary>Orchard Core's step "CreateOrUpdateIndexProfile", which is read as <see cref="LuceneIndexStep"/> is.</summary>
internal sealed class IndexProfileStep(ContentDefinitions definitions) : IRecipeStep
{
    public string Name => "CreateOrUpdateIndexProfile";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "indexes");
        foreach (var index in context.Objects("indexes"))
        {
            var properties = context.Find("Properties", index) as JsonObject;
            await SearchIndexSteps.TellAsync(
                context, definitions, context.Text("Name", index) ?? "", index,
                properties is null ? null : context.Find("ContentIndexMetadata", properties) as JsonObject, cancellation);
        }
    }
}

internal static class SearchIndexSteps
{
    public static async Task TellAsync(
        RecipeStepContext context, ContentDefinitions definitions, string name, JsonNode at, JsonObject? settings, CancellationToken cancellation)
    {
        var known = await definitions.GetAsync(cancellation);
        foreach (var (type, node) in settings is null ? [] : context.Texts("IndexedContentTypes", settings))
        {
            if (known.FindType(type) is null)
            {
                context.Problem(node, $"The index {name} names the content type {type}, which is not known.");
            }
        }

        context.Problem(
            at, $"The index {name} is not used here: what is searched follows from the content types, and is indexed when it is published.", RecipeProblemKind.Notice);
    }
}
