using System.Text.Json.Nodes;
using LearningDev.Content.Media;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "media": adds files to the media library, out of the recipe itself or from beside it.</summary>
internal sealed class MediaStep(MediaLibrary library) : IRecipeStep
{
    public string Name => "media";

    public async Task<int> RunAsync(JsonObject step, Recipe recipe, CancellationToken cancellation)
    {
        var changes = 0;
        foreach (var file in Recipe.Read<List<FileRecord>>(step, "Files") ?? [])
        {
            var target = file.TargetPath ?? file.Path ?? throw new RecipeException($"{recipe.Name}: a file of the step media has no TargetPath.");
            changes += await library.SaveAsync(target, await BytesAsync(file, recipe, cancellation), file.AlternativeText, cancellation) ? 1 : 0;
        }

        return changes;
    }

    private static async Task<byte[]> BytesAsync(FileRecord file, Recipe recipe, CancellationToken cancellation)
    {
        return file.Base64 is { } base64
            ? Convert.FromBase64String(base64)
            : await File.ReadAllBytesAsync(recipe.FileBeside(file.SourcePath ?? ""), cancellation);
    }

    private sealed record FileRecord(string? TargetPath, string? Path, string? Base64, string? SourcePath, string? AlternativeText);
}
