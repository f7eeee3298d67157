using LearningDev.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Ui.Look;

/// <summary>Serves the council's colours and logo, to everybody: the sign-in page shows them.</summary>
internal static class LookEndpoints
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/theme/colours/{name}.css", (string name, HttpContext http) =>
        {
            if (OwnColours.FromName(name) is not { } colours)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = ForGood;
            return Results.Text(colours.StyleSheet(), "text/css; charset=utf-8");
        }).AllowAnonymous();
        routes.MapGet("/theme/logo/{id}", async (string id, PortalDb db, HttpContext http) =>
        {
            if (await db.Set<Logo>().AsNoTracking().SingleOrDefaultAsync(logo => logo.Id == id, http.RequestAborted) is not { } logo)
            {
                return Results.NotFound();
            }

            http.Response.Headers.CacheControl = ForGood;
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            return Results.Bytes(logo.Content, logo.ContentType);
        }).AllowAnonymous();
    }
}
