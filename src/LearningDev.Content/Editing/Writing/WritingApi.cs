using System.Text.Encodings.Web;
using LearningDev.Content.Editing.Fields.Picking;
using LearningDev.Content.Markdown;
using LearningDev.Content.Media.Showing;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Content.Editing.Writing;

/// <summary>
/// What the script of a box for Markdown asks for: how the text will look, what pasted HTML is in Markdown, and pages by search. Nothing here changes
/// anything.
/// </summary>
internal static class WritingApi
{
    private const int MostCharacters = 2_000_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/content/writing").RequireAuthorization(new RequiresPermissionAttribute(ContentModule.EditContent.Name)).DisableAntiforgery();
        api.MapPost("/preview", PreviewAsync);
        api.MapPost("/paste", PasteAsync);
        api.MapGet("/pages", (HttpContext http, LinkSearch search, CancellationToken cancellation) => FindAsync(http, search.PagesAsync, cancellation)).WithMetadata(new CostlyAttribute());
    }

    // A whole document, because a browser takes one apart without letting script near it.
    private static async Task<IResult> PreviewAsync(HttpContext http, IAntiforgery antiforgery, MediaProse prose, CancellationToken cancellation)
    {
        if (await TextAsync(http, antiforgery, cancellation) is not { } markdown)
        {
            return TypedResults.BadRequest();
        }

        using var body = new StringWriter();
        (await prose.RenderAsync(markdown, cancellation)).WriteTo(body, HtmlEncoder.Default);
        return TypedResults.Content($"<!DOCTYPE html><html lang=\"en-GB\"><head><title>Preview</title></head><body>{body}</body></html>", "text/html; charset=utf-8");
    }

    private static async Task<IResult> PasteAsync(HttpContext http, IAntiforgery antiforgery, CancellationToken cancellation) =>
        await TextAsync(http, antiforgery, cancellation) is { } html
            ? TypedResults.Ok(PastedHtml.ToMarkdown(html, new Uri($"{http.Request.Scheme}://{http.Request.Host}")))
            : TypedResults.BadRequest();

    private static async Task<string?> TextAsync(HttpContext http, IAntiforgery antiforgery, CancellationToken cancellation) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http) && (await http.Request.ReadFormAsync(cancellation))["text"].ToString() is { Length: <= MostCharacters } text ? text : null;

    private static async Task<IResult> FindAsync(HttpContext http, Func<string, CancellationToken, Task<PickMatches>> find, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(await find(http.Request.Query["q"].ToString(), cancellation));
    }
}
