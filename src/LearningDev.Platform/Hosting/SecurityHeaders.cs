using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.Hosting;

/// <summary>The headers by which browsers guard the portal's pages.</summary>
internal static class SecurityHeaders
{
    // Scripts may not make markup, script or addresses of scripts out of text: none of ours does.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "media-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), "
        + "midi=(), payment=(), serial=(), usb=()";

    /// <summary>Adds the headers to every answer. An answer that has set a stricter policy, or its own rules for caches, keeps them.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = RequiresHttps(context) ? $"{ContentSecurityPolicy}; upgrade-insecure-requests" : ContentSecurityPolicy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = PermissionsPolicy;

            // What a person sees is the person's: neither a proxy nor the browser keeps it for the next one.
            if (headers.CacheControl.Count == 0 && context.User.Identity?.IsAuthenticated == true)
            {
                headers.CacheControl = "no-store";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool RequiresHttps(HttpContext context) => context.RequestServices.GetRequiredService<PortalHosting>().RequireHttps;
}
