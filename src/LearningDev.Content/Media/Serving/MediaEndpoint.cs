using System.Globalization;
using System.Text;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace LearningDev.Content.Media.Serving;

/// <summary>
/// Serves the library's files to people who are signed in and may see what shows them: never as a page, so that no file can act as the portal. Pictures, videos and
/// recordings are shown; all else is downloaded.
/// </summary>
internal static class MediaEndpoint
{
    private const string Policy = "default-src 'none'; sandbox";
    private const string Forever = "private, max-age=31536000, immutable";
    private const string AskEachTime = "private, no-cache";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/media/{**path}", Methods, AnswerAsync);

    private static async Task<IResult> AnswerAsync(
        string path, string? v, string? w, string? captions, MediaLibrary library, MediaUses uses, MediaVariants variants, PortalDb db, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (path.Length > MediaFile.PathLength || path.Contains('\0', StringComparison.Ordinal) || await library.FindAsync(path, cancellation) is not { } file || !await uses.MaySeeAsync(file, cancellation))
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = v == file.Version ? Forever : AskEachTime;
        if (captions?.Contains('\0', StringComparison.Ordinal) == false)
        {
            http.Response.Headers.CacheControl = AskEachTime;
            return await db.Set<MediaCaptions>().Where(one => one.FileId == file.Id && one.Language == captions).Select(one => one.Text).SingleOrDefaultAsync(cancellation) is { } text
                ? Results.Text(text, "text/vtt", Encoding.UTF8)
                : Results.NotFound();
        }

        if (int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var width) && await variants.FindAsync(file, width, cancellation) is { } picture)
        {
            return Results.Bytes(picture, MediaVariants.ContentType, entityTag: Tag($"{file.Version}-{picture.Length}"));
        }

        if (file.Kind is not (MediaKind.Picture or MediaKind.Video or MediaKind.Audio))
        {
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name, FileName = Plain(file.Name) }.ToString();
        }

        return Results.Stream(library.Open(file), file.ContentType, entityTag: Tag(file.Hash), enableRangeProcessing: true);
    }

    private static EntityTagHeaderValue Tag(string value) => new($"\"{value}\"");

    // For programs that know only names in ASCII (RFC 6266).
    private static string Plain(string name) => string.Concat(name.Select(character => char.IsAscii(character) && !char.IsControl(character) && character is not ('"' or '\\') ? character : '_'));
}
