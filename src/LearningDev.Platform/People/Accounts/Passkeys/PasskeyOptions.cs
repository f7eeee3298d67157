using LearningDev.Platform.Hosting;
using LearningDev.Platform.People.Accounts.Confirming;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts.Passkeys;

/// <summary>
/// What the browser needs to make a passkey or to use one (Web Authentication, level 2): a challenge, which Identity keeps in a cookie. Nobody says a user name for
/// it, so it tells nothing of accounts.
/// </summary>
internal static class PasskeyOptions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey-options", GetAsync).AllowAnonymous().DisableAntiforgery();
        routes.MapPost("/account/passkeys/options", CreateAsync).DisableAntiforgery().WithMetadata(new BeforeSecondFactorAttribute());
    }

    private static async Task<IResult> GetAsync(HttpContext http, IAntiforgery antiforgery, SignInThrottle throttle, SignInManager<Person> signIn) =>
        !await antiforgery.IsRequestValidAsync(http) ? Results.BadRequest()
        : !throttle.AllowsPasskey(http.Connection.RemoteIpAddress?.ToString()) ? Results.StatusCode(StatusCodes.Status429TooManyRequests)
        : Json(http, await signIn.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> CreateAsync(HttpContext http, IAntiforgery antiforgery, SignInManager<Person> signIn, UserManager<Person> users)
    {
        if (!await antiforgery.IsRequestValidAsync(http) || !RecentConfirmation.Is(http, RecentConfirmation.WhenChanging))
        {
            return Results.BadRequest();
        }

        var person = await users.GetUserAsync(http.User);
        return person is null ? Results.Unauthorized() : Json(http, await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = person.Id,
            Name = person.UserName!,
            DisplayName = person.FullName.Length > 0 ? person.FullName : person.UserName!,
        }));
    }

    private static IResult Json(HttpContext http, string json)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Text(json, "application/json");
    }
}

/// <summary>Passkeys are both factors, are found without a user name, and belong to the portal's public address.</summary>
internal sealed class PasskeySetup(PortalAddress portal) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        if (portal.Configured is not { } configured)
        {
            return;
        }

        var address = new Uri(configured);
        options.ServerDomain = address.Host;
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && Uri.Compare(origin, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
    }
}
