using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Media.Browsing;

/// <summary>What pickers ask for while somebody types: the newest files that match.</summary>
internal static class MediaFind
{
    private const int Most = 12;
    private const int LongestWords = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet(MediaLinks.Find, AnswerAsync)
        .RequireAuthorization(new RequiresPermissionAttribute(ContentModule.ViewMedia.Name));

    private static async Task<IResult> AnswerAsync(string? q, string? kind, MediaListing listing, HttpContext http)
    {
        MediaKind? only = Enum.TryParse<MediaKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var words = q?.Length > LongestWords ? q[..LongestWords] : q ?? "";
        // Without words too, it is a search of all folders.
        var found = await listing.FindAsync(new MediaQuery("", words, only, null, 1, Most) { SearchesAll = true }, http.RequestAborted);
        return Results.Json(new FoundFiles(found.Count, [.. found.Files.Select(FoundFile.Of)]));
    }
}

/// <summary>Files that a picker shows.</summary>
/// <param name="Total">How many files match in all.</param>
/// <param name="Files">The newest of them.</param>
internal sealed record FoundFiles(int Total, IReadOnlyList<FoundFile> Files);

/// <summary>A file that a picker shows.</summary>
/// <param name="Path">Its path, as items name it.</param>
/// <param name="Url">Its address below the portal's root.</param>
/// <param name="Name">The last part of its path.</param>
/// <param name="Kind">What it is for, for example "Picture".</param>
/// <param name="Format">Its format, for example "JPG".</param>
/// <param name="Size">Its size in words.</param>
/// <param name="Text">Its alternative text.</param>
/// <param name="IsDecorative">True for a picture that tells nothing.</param>
/// <param name="IsDescribed">False for a picture that lacks an alternative text.</param>
/// <param name="Thumbnail">The address of a small picture; null for what is no picture.</param>
internal sealed record FoundFile(
    string Path, string Url, string Name, string Kind, string Format, string Size, string Text, bool IsDecorative, bool IsDescribed, string? Thumbnail)
{
    public static FoundFile Of(MediaFile file) => new(
        file.Path, MediaLinks.Of(file.Path), file.Name, file.Kind.ToString(), file.Format, file.Size, file.AlternativeText, file.IsDecorative, file.IsDescribed, file.Thumbnail);
}
