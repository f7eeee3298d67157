using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People;

/// <summary>People as they would be if they signed in now, for work that is done in somebody's name when there is no request (ADM-01).</summary>
public sealed class PersonPrincipals
{
    private readonly UserManager<Person> users;
    private readonly IUserClaimsPrincipalFactory<Person> factory;
    private readonly IClaimsTransformation roles;

    internal PersonPrincipals(UserManager<Person> users, IUserClaimsPrincipalFactory<Person> factory, IClaimsTransformation roles)
    {
        this.users = users;
        this.factory = factory;
        this.roles = roles;
    }

    /// <summary>The person with the roles of today; null when there is no such person.</summary>
    /// <param name="personId">The person's id.</param>
    public async Task<ClaimsPrincipal?> FindAsync(string personId) =>
        await users.FindByIdAsync(personId) is { } person ? await roles.TransformAsync(await factory.CreateAsync(person)) : null;
}
