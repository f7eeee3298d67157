using LearningDev.Content.Media;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "media": adds files to the media library, out of the recipe itself or from beside it.</summary>
internal sealed class MediaStep(MediaLibrary library) : IRecipeStep
{
    public string Name => "media";

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var file in context.Objects("Files"))
        {
            var target = context.Text("TargetPath", file) ?? context.Text("Path", file) ?? throw new RecipeException("A file of the step media has no TargetPath.");
            var bytes = context.Text("Base64", file) is { } base64
                ? Convert.FromBase64String(base64)
                : await File.ReadAllBytesAsync(context.Recipe.FileBeside(context.Text("SourcePath", file) ?? ""), cancellation);
            if (await library.SaveAsync(target, bytes, context.Text("AlternativeText", file), cancellation))
            {
                context.Changed(RecipeAction.Changed, "File", target, target);
            }
        }
    }
}
