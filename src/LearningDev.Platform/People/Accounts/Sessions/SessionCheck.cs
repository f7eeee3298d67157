using System.Security.Claims;
using LearningDev.Platform.People.SignIn.Keeping;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Platform.People.Accounts.Sessions;

/// <summary>Accepts a cookie only while its session lasts.</summary>
internal static class SessionCheck
{
    private const string MethodsClaim = "amr";

    /// <summary>Checks the cookie of a request.</summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // The page that tells of a fault must do without the database.
        if (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
        if (context.Principal is not { } principal)
        {
            return;
        }

        var isUse = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SentByItselfAttribute>() is null;
        if (await context.HttpContext.RequestServices.GetRequiredService<SessionService>().SeenAsync(principal, isUse) is { } session)
        {
            context.HttpContext.Features.Set(session);
        }
        else
        {
            context.HttpContext.RequestServices.GetRequiredService<KeptForms>().Remember(context.HttpContext, principal);
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>Keeps the session when a person's claims are read again.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal is { } current && context.NewPrincipal?.Identity is ClaimsIdentity identity)
        {
            identity.AddClaims(current.FindAll(claim => claim.Type is CurrentSession.Claim or MethodsClaim)
                .Where(claim => !identity.HasClaim(claim.Type, claim.Value)).Select(claim => claim.Clone()));
        }

        return Task.CompletedTask;
    }
}
