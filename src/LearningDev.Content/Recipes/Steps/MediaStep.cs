using System.Text.Json.Nodes;
using LearningDev.Content.Media;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Recipes.Steps;

/// <summary>The step "media": adds files to the media library, out of the recipe itself, from beside it, or from a host that is allowed.</summary>
internal sealed class MediaStep(MediaLibrary library, RemoteFiles remote, RecipeLimits limits, PortalDb db) : IRecipeStep
{
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
            context.CheckProperties(file, "TargetPath", "Path", "Base64", "SourcePath", "SourceUrl", "AlternativeText");
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

        if (await BytesAsync(context, file, cancellation) is not { } bytes)
        {
            return;
        }

        var path = target.Replace('\\', '/').Trim('/');
        var added = !await db.Set<MediaFile>().AnyAsync(known => known.Path == path, cancellation);
        if (await library.SaveAsync(path, bytes, context.Text("AlternativeText", file), cancellation))
        {
            context.Changed(added ? RecipeAction.Added : RecipeAction.Changed, "File", path, path, $"{bytes.Length:N0} bytes");
        }

        // Files are large, and what the context still holds would be compared again at every further save.
        db.ChangeTracker.Clear();
    }

    private static async Task<byte[]?> BytesAsync(RecipeStepContext context, JsonObject file, CancellationToken cancellation)
    {
        if (context.Text("Base64", file) is { } base64)
        {
            return Convert.FromBase64String(base64);
        }

        if (context.Text("SourcePath", file) is { } source)
        {
            var path = context.Recipe.FileBeside(source);
            return new FileInfo(path).Length <= MediaLibrary.MaximumLength
                ? await File.ReadAllBytesAsync(path, cancellation)
                : throw new MediaRefusedException($"{source} is larger than {MediaLibrary.MaximumLength / 1024 / 1024}MB.");
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

        return fetched.Bytes;
    }

    private async Task<(byte[] Bytes, string Fault)> FetchAsync(string address, CancellationToken cancellation)
    {
        try
        {
            return (await remote.FetchAsync(address, limits, MediaLibrary.MaximumLength, cancellation), "");
        }
        catch (RecipeException refused)
        {
            return ([], refused.Message);
        }
    }
}
