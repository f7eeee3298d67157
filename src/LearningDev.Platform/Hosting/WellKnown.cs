using System.Globalization;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LearningDev.Platform.Hosting;

/// <summary>The addresses at which programs look for something on every website.</summary>
internal static class WellKnown
{
    private const string ChangePassword = "/account/password";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    // RFC 9116, 2.5.5 advises less than a year. A day that moves on keeps the file fresh as long as the portal runs.
    private const int DaysUntilItExpires = 180;

    public static void Map(IEndpointRouteBuilder routes)
    {
        // Nothing here is for the public.
        routes.MapMethods("/robots.txt", Reading, () => Results.Text("User-agent: *\nDisallow: /\n")).AllowAnonymous();
        routes.MapMethods("/.well-known/security.txt", Reading, SecurityTextAsync).AllowAnonymous();

        // W3C, "A Well-Known URL for Changing Passwords". Password managers first ask for an address that is not there, and give up unless it is not found.
        routes.MapMethods("/.well-known/change-password", Reading, () => Results.Redirect(ChangePassword)).AllowAnonymous();
        routes.MapMethods("/.well-known/{**anything}", Reading, () => Results.NotFound()).AllowAnonymous();
    }

    private static async Task<IResult> SecurityTextAsync(ISettings settings, TimeProvider time, CancellationToken cancellation)
    {
        var security = await settings.GetAsync<SecuritySettings>(cancellation);
        if (Address(security.Contact) is not { } contact)
        {
            return Results.NotFound();
        }

        var expires = time.GetUtcNow().UtcDateTime.Date.AddDays(DaysUntilItExpires);
        var policy = Address(security.Policy) is { } rules ? $"Policy: {rules}\n" : "";
        return Results.Text(string.Create(
            CultureInfo.InvariantCulture, $"Contact: {contact}\nExpires: {expires:yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en\n{policy}"));
    }

    // One line each: what is typed into a setting must not add lines of its own.
    private static string? Address(string typed)
    {
        var text = typed.Trim();
        var address = text.Contains('@', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) ? $"mailto:{text}" : text;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto" or "tel" ? uri.AbsoluteUri : null;
    }
}
