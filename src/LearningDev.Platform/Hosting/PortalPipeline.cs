using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting;

/// <summary>The way of a request through the portal.</summary>
public static class PortalPipeline
{
    private const string Api = "/api";

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Builds the pipeline and maps pages, assets, health checks and the modules' end-points.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        app.Use(AddSecurityHeaders);
        app.UseResponseCompression();
        if (app.Environment.IsProduction())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }

        app.UseWhen(IsPage, pages =>
        {
            // A scope of its own: what the failed request had half done is not the error page's.
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/errors/500", CreateScopeForErrors = true });
            pages.UseStatusCodePagesWithReExecute("/errors/{0}");
        });
        app.UseWhen(context => !IsPage(context), api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Problem });
            api.UseStatusCodePages(status => Problem(status.HttpContext));
        });
        app.UseRouting();
        // What is switched off is not there, whoever asks: signing in would not help, and there is nothing to forbid.
        app.UseMiddleware<FeatureGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        MapEndpoints(app);
        return app;
    }

    /// <summary>Brings the database to the newest schema.</summary>
    public static async Task MigrateAsync(this WebApplication app, CancellationToken cancellation = default)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (db.IsSqlite)
        {
            await SqliteStart.PrepareAsync(db, cancellation);
        }

        await db.Database.MigrateAsync(cancellation);
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        foreach (var (moduleId, map) in app.Services.GetRequiredService<ModuleRegistry>().Endpoints)
        {
            map(app.MapGroup("").WithMetadata(new ModuleEndpointMetadata(moduleId)));
        }
    }

    private static Task AddSecurityHeaders(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments(Api);

    private static Task Problem(HttpContext context) =>
        context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = context.Response.StatusCode },
        }).AsTask();
}
