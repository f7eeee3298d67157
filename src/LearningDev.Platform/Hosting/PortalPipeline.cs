using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.Platform.People.Accounts.SecondFactors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.Hosting;

/// <summary>The way of a request through the portal.</summary>
public static class PortalPipeline
{
    private const string Api = "/api";
    private const string Health = "/health";

    /// <summary>Builds the pipeline and maps pages, assets, health checks and the modules' end-points.</summary>
    /// <param name="app">The host.</param>
    /// <param name="gate">What stands before all pages, when their end-point is known and nobody is signed in yet.</param>
    public static WebApplication UsePortal(this WebApplication app, Action<IApplicationBuilder>? gate = null)
    {
        WarnOfAnyHost(app);
        app.Use(SecurityHeaders.AddAsync);
        app.UseResponseCompression();
        if (app.Services.GetRequiredService<PortalHosting>().RequireHttps)
        {
            app.UseHsts();
            app.UseWhen(context => !IsHealth(context), others => others.UseHttpsRedirection());
            app.Use(RefusePlainHttp);
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
        app.Use(OddRequests.RefuseAsync);
        app.UseRouting();
        gate?.Invoke(app);
        // What is switched off is not there, whoever asks: signing in would not help, and there is nothing to forbid.
        app.UseMiddleware<FeatureGate>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<SecondFactorGate>();
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
        await AuditChain.BeginAsync(db, cancellation);
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        WellKnown.Map(app);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        foreach (var (moduleId, map) in app.Services.GetRequiredService<ModuleRegistry>().Endpoints)
        {
            map(app.MapGroup("").WithMetadata(new ModuleEndpointMetadata(moduleId)));
        }
    }

    // A council that forgets HTTPS must notice at once: without it, what people type could be read on the way.
    private static Task RefusePlainHttp(HttpContext context, RequestDelegate next)
    {
        if (context.Request.IsHttps || IsHealth(context))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This portal answers over HTTPS only.\n", context.RequestAborted);
    }

    private static void WarnOfAnyHost(WebApplication app)
    {
        if (app.Environment.IsProduction() && app.Configuration["AllowedHosts"] is null or "" or "*")
        {
            app.Logger.LogWarning("AllowedHosts is not set: the portal answers to every host name. Set it to the portal's own, for example learning.example.gov.uk");
        }
    }

    private static bool IsHealth(HttpContext context) => context.Request.Path.StartsWithSegments(Health);

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments(Api);

    private static Task Problem(HttpContext context) =>
        context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = { Status = context.Response.StatusCode },
        }).AsTask();
}
