using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.Hosting;

/// <summary>
/// What all cookies have in common. Where the portal insists on HTTPS they are sent over nothing else, and their names begin with "__Host-", so that
/// no other host of the council's domain can set them (RFC 6265bis, 4.1.3.2).
/// </summary>
public sealed class PortalCookies(PortalHosting hosting)
{
    private const string HostPrefix = "__Host-";

    /// <summary>True when cookies are sent over HTTPS only.</summary>
    public bool AreSecure => hosting.RequireHttps;

    /// <summary>The name under which browsers keep a cookie.</summary>
    /// <param name="plain">Its name without a prefix, for example "learningdev".</param>
    public string Name(string plain) => AreSecure && !plain.StartsWith(HostPrefix, StringComparison.Ordinal) ? HostPrefix + plain : plain;

    internal void Harden(CookieBuilder cookie, string nameWithoutOwn)
    {
        cookie.Name = Name(cookie.Name ?? nameWithoutOwn);
        cookie.HttpOnly = true;
        cookie.SecurePolicy = AreSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        if (AreSecure)
        {
            // The prefix asks for both.
            cookie.Path = "/";
            cookie.Domain = null;
        }
    }
}

/// <summary>Makes every cookie of ASP.NET Core one of the portal's, also of sign-in schemes that are added later.</summary>
internal sealed class PortalCookieOptions(PortalCookies cookies)
    : IPostConfigureOptions<CookieAuthenticationOptions>, IPostConfigureOptions<AntiforgeryOptions>, IPostConfigureOptions<CookieTempDataProviderOptions>
{
    public static void AddTo(IServiceCollection services) => services
        .AddSingleton<PortalCookies>()
        .AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, PortalCookieOptions>()
        .AddSingleton<IPostConfigureOptions<AntiforgeryOptions>, PortalCookieOptions>()
        .AddSingleton<IPostConfigureOptions<CookieTempDataProviderOptions>, PortalCookieOptions>();

    public void PostConfigure(string? name, CookieAuthenticationOptions options) => cookies.Harden(options.Cookie, $"learningdev-{name}");

    public void PostConfigure(string? name, AntiforgeryOptions options) => cookies.Harden(options.Cookie, "learningdev-form");

    public void PostConfigure(string? name, CookieTempDataProviderOptions options) => cookies.Harden(options.Cookie, "learningdev-message");
}
