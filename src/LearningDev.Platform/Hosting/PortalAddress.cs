using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LearningDev.Platform.Hosting;

/// <summary>
/// The address at which people reach the portal, for links in letters. It is the setting Portal:PublicUrl. Without it, and not in production, it is the
/// current request's, when its host is this machine or is named in AllowedHosts: a request's host is what its sender wrote, and a link to another host would
/// hand a password over.
/// </summary>
public sealed class PortalAddress(IConfiguration configuration, IHostEnvironment environment, IHttpContextAccessor http)
{
    /// <summary>The portal's root, without a stroke at its end, for example "https://learning.council.example"; null when it is not known.</summary>
    /// <exception cref="InvalidOperationException">Portal:PublicUrl is not a web address.</exception>
    public string? Root => Configured ?? (environment.IsProduction() ? null : OfRequest());

    /// <summary>What Portal:PublicUrl says; null when it says nothing.</summary>
    /// <exception cref="InvalidOperationException">It is not a web address.</exception>
    public string? Configured => configuration["Portal:PublicUrl"] is not { Length: > 0 } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url is { Query: "", Fragment: "" } ? text.TrimEnd('/')
        : throw new InvalidOperationException($"Portal:PublicUrl is \"{text}\". It must be the address at which people reach the portal, like https://learning.council.example.");

    /// <summary>The full address of a page; null when the portal's is not known.</summary>
    /// <param name="path">The page's path and query, beginning with a stroke.</param>
    public string? Of(string path) => Root is { } root ? root + path : null;

    private string? OfRequest() => http.HttpContext?.Request is { Host.HasValue: true } request && IsOurs(request.Host.Host)
        ? $"{request.Scheme}://{request.Host}{request.PathBase}"
        : null;

    // The host itself refuses what AllowedHosts does not name, unless that is "*".
    private bool IsOurs(string host) => host == "localhost"
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || (configuration["AllowedHosts"] is { Length: > 0 } allowed
            && !allowed.Split(';', StringSplitOptions.TrimEntries).Any(name => name.Contains('*', StringComparison.Ordinal)));
}
