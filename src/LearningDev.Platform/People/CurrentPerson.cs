using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace LearningDev.Platform.People;

/// <summary>Who acts in this scope: the signed-in person, or the portal itself outside a request.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http)
{
    /// <summary>The type of the claim that holds the person's full name.</summary>
    public const string FullNameClaim = "full_name";

    /// <summary>The type of the claim that holds the person's role level.</summary>
    public const string RoleLevelClaim = "role_level";

    /// <summary>The type of the claim that holds the person's pay grade.</summary>
    public const string GradeClaim = "grade";

    private ClaimsPrincipal? actor;

    /// <summary>The person's claims; an empty principal outside a request.</summary>
    public ClaimsPrincipal Principal => actor ?? http.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>Has the rest of this scope act for somebody who asked for it in a request that is over.</summary>
    /// <param name="person">The claims that the person had then.</param>
    public void ActAs(ClaimsPrincipal person) => actor = person;

    /// <summary>The person's id; null when nobody is signed in.</summary>
    public string? Id => Principal.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>The person's full name, "Not signed in", or "The portal" outside a request.</summary>
    public string Name => Principal.FindFirstValue(FullNameClaim) ?? (http.HttpContext is null ? "The portal" : "Not signed in");

    /// <summary>The person's given name, or the full name where there is none.</summary>
    public string GivenName => Principal.FindFirstValue(ClaimTypes.GivenName) is { Length: > 0 } given ? given : Name;

    /// <summary>The key of the person's role level, or empty.</summary>
    public string RoleLevel => Principal.FindFirstValue(RoleLevelClaim) ?? "";

    /// <summary>The person's pay grade, or empty.</summary>
    public string Grade => Principal.FindFirstValue(GradeClaim) ?? "";

    /// <summary>The names of the person's roles.</summary>
    public IReadOnlyList<string> Roles => [.. Principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)];
}
