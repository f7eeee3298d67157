using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.Permissions.Effective;

/// <summary>Gives the signed-in person the roles of today with each request: the cookie holds none, so that a change acts without signing in again.</summary>
internal sealed class RoleClaims(EffectiveRoles roles, IHttpContextAccessor http) : IClaimsTransformation
{
    public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        if (principal.Identity is not ClaimsIdentity { IsAuthenticated: true } identity || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } personId)
        {
            return principal;
        }

        foreach (var old in identity.FindAll(ClaimTypes.Role).ToList())
        {
            identity.RemoveClaim(old);
        }

        // The page that tells of a fault must do without the database.
        if (http.HttpContext?.Features.Get<IExceptionHandlerFeature>() is null)
        {
            identity.AddClaims((await roles.OfAsync(personId)).Select(role => new Claim(ClaimTypes.Role, role)));
        }

        return principal;
    }
}
