using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace LearningDev.Content.Media;

/// <summary>Serves the media library's files to people who are signed in: never as a page, so that no file can act as the portal.</summary>
internal static class MediaEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/media/{**path}", async (string path, MediaLibrary library, HttpContext http) =>
    {
        if (await library.FindAsync(path, http.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.Bytes(file.Bytes, file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    });
}
