using LearningDev.Platform.Data;
using LearningDev.Web.Demonstration;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace LearningDev.Web.Setup;

/// <summary>
/// While the portal waits to be set up, every address leads there; only health checks, style sheets and scripts answer as always.
/// Afterwards the addresses of set-up are not found, but for the browser that has set the portal up, which is led to where one signs in.
/// </summary>
internal sealed class SetupGate(RequestDelegate next, SetupState state)
{
    /// <summary>Puts the gate into the pipeline, but for the demonstration, which sets itself up.</summary>
    public static void Use(IApplicationBuilder pipeline)
    {
        if (!pipeline.ApplicationServices.GetRequiredService<IHostEnvironment>().IsDemonstration())
        {
            pipeline.UseMiddleware<SetupGate>();
        }
    }

    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        var isSetup = path.StartsWithSegments(SetupSteps.Start);
        if (IsErrorPage(context) || (state.IsKnownToBeClosed && !isSetup))
        {
            await next(context);
        }
        else if (await IsOpenAsync(context))
        {
            if (isSetup || path.StartsWithSegments("/health") || context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                await next(context);
            }
            else if (path.StartsWithSegments("/api"))
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            }
            else
            {
                context.Response.Redirect(SetupSteps.Start);
            }
        }
        else if (!isSetup || (path == SetupSteps.Progress && HasVisit(context)))
        {
            await next(context);
        }
        else if (HasVisit(context))
        {
            context.Response.Redirect(SetupSteps.Progress);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private Task<bool> IsOpenAsync(HttpContext context) => state.IsKnownToBeClosed
        ? Task.FromResult(false)
        : state.IsOpenAsync(context.RequestServices.GetRequiredService<PortalDb>(), context.RequestAborted);

    private static bool HasVisit(HttpContext context) => context.RequestServices.GetRequiredService<SetupVisit>().Answers is not null;

    private static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
