using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.Modules;

/// <summary>Marks an end-point with the module that it belongs to.</summary>
internal sealed record ModuleEndpointMetadata(string ModuleId);

/// <summary>Answers 404 for every end-point of a module that is switched off.</summary>
internal sealed class FeatureGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Features features)
    {
        if (context.GetEndpoint() is { } endpoint && !await features.IsOnAsync(endpoint, context.RequestAborted))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(context);
    }
}
