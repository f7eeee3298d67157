using System.Text.Json;
using System.Text.Json.Nodes;
using LearningDev.Content.Media;
using LearningDev.Content.Media.Captioning;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "media": adds files to the media library, out of the recipe itself, from beside it, or from a host that is allowed.</summary>
internal sealed class MediaStep(MediaLibrary library, MediaEditing editing, RemoteFiles remote, RecipeLimits limits, PortalDb db) : IRecipeStep
{
    // Fetched files are held in memory until they are saved.
    private const long MostFetched = 20 * 1024 * 1024;

    public string Name => "media";

    public bool Prepares => true;

    public async Task PrepareAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        foreach (var file in (context.Find("Files") as JsonArray ?? []).OfType<JsonObject>())
        {
            if (context.Find("Base64", file) is null && context.Find("SourcePath", file) is null
                && context.Text("SourceUrl", file) is { } address && !context.Progress.Fetched.ContainsKey(address))
            {
                context.Progress.Fetched[address] = await FetchAsync(address, cancellation);
            }
        }
    }

    public async Task RunAsync(RecipeStepContext context, CancellationToken cancellation)
    {
        context.CheckProperties(context.Step, "name", "Files");
        foreach (var file in context.Objects("Files"))
        {
            context.CheckProperties(file, "TargetPath", "Path", "Base64", "SourcePath", "SourceUrl", "AlternativeText", "Decorative", "Transcript", "Captions");
            try
            {
                await RunAsync(context, file, cancellation);
            }
            catch (Exception refused) when (refused is MediaRefusedException or FormatException or RecipeException or IOException or UnauthorizedAccessException)
            {
                context.Problem(file, refused is FormatException ? "Base64 is no base 64." : refused.Message);
            }
        }
    }

    private async Task RunAsync(RecipeStepContext context, JsonObject file, CancellationToken cancellation)
    {
        if ((context.Text("TargetPath", file) ?? context.Text("Path", file)) is not { Length: > 0 } target)
        {
            context.Problem(file, "A file needs a TargetPath.");
            return;
        }

        await using var content = Open(context, file);
        if (content is null)
        {
            return;
        }

        var words = Words(context, file);
        var length = content.Length;
        var known = await library.FindAsync(MediaPaths.Tidy(target), cancellation);
        var changed = await library.SaveAsync(target, content, words, cancellation);
        var saved = (await library.FindAsync(MediaPaths.Tidy(target), cancellation))!;
        changed |= await CaptionAsync(context, file, saved.Id, cancellation);
        if (changed)
        {
            context.Changed(known is null ? RecipeAction.Added : RecipeAction.Changed, "File", saved.Path, saved.Path, $"{length:N0} bytes");
        }

        // What the context still holds would be compared again at every further save.
        db.ChangeTracker.Clear();
    }

    private static MediaWords Words(RecipeStepContext context, JsonObject file)
    {
        var text = context.Text("AlternativeText", file);
        if (text?.Length > MediaFile.AlternativeTextLength)
        {
            throw new MediaRefusedException($"AlternativeText must be {MediaFile.AlternativeTextLength} characters or fewer.");
        }

        var transcript = context.Text("Transcript", file);
        return transcript?.Length > MediaFile.TranscriptLength
            ? throw new MediaRefusedException($"Transcript must be {MediaFile.TranscriptLength:N0} characters or fewer.")
            : new MediaWords(text, context.Find("Decorative", file)?.GetValueKind() switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null }, transcript);
    }

    private async Task<bool> CaptionAsync(RecipeStepContext context, JsonObject file, string id, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var captions in (context.Find("Captions", file) as JsonArray ?? []).OfType<JsonObject>())
        {
            context.CheckProperties(captions, "Language", "Text");
            var language = context.Text("Language", captions) ?? "";
            if (!CaptionLanguages.IsKnown(language))
            {
                throw new MediaRefusedException($"Captions need a Language: one of {CaptionLanguages.Codes}.");
            }

            changed |= await editing.CaptionAsync((await editing.FindAsync(id, cancellation))!, language, context.Text("Text", captions), cancellation);
        }

        return changed;
    }

    private static Stream? Open(RecipeStepContext context, JsonObject file)
    {
        if (context.Text("Base64", file) is { } base64)
        {
            return new MemoryStream(Convert.FromBase64String(base64), writable: false);
        }

        if (context.Text("SourcePath", file) is { } source)
        {
            return new FileStream(context.Recipe.FileBeside(source), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 81920, useAsync: true);
        }

        if (context.Text("SourceUrl", file) is not { } address || !context.Progress.Fetched.TryGetValue(address, out var fetched))
        {
            context.Problem(file, "A file needs Base64, SourcePath or SourceUrl.");
            return null;
        }

        if (fetched.Fault.Length > 0)
        {
            context.Problem(context.Find("SourceUrl", file), fetched.Fault);
            return null;
        }

        return new MemoryStream(fetched.Bytes, writable: false);
    }

    private async Task<(byte[] Bytes, string Fault)> FetchAsync(string address, CancellationToken cancellation)
    {
        try
        {
            return (await remote.FetchAsync(address, limits, MostFetched, cancellation), "");
        }
        catch (RecipeException refused)
        {
            return ([], refused.Message);
        }
    }
}
