using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.Hosting;

/// <summary>Answers what no browser sends with a status of its own, so that it is neither carried out nor told as a fault of the portal.</summary>
internal static class OddRequests
{
    private static readonly string[] Methods =
    [
        HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options,
    ];

    /// <summary>Refuses methods that nothing here has (TRACE among them, which would send cookies back), and paths with control characters.</summary>
    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isErrorPage && !Methods.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.Headers.Allow = string.Join(", ", Methods);
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }

        if (!isErrorPage && context.Request.Path.Value?.Any(char.IsControl) == true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return AnswerBrokenOnesAsync(context, next);
    }

    // A body that is too large, or not what its headers say: the sender's fault, which Kestrel tells while the body is read.
    private static async Task AnswerBrokenOnesAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = broken.StatusCode;
        }
    }
}
