using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts;

/// <summary>Puts the name and the role level into the cookie; roles and permissions are looked up, so that a change acts at once.</summary>
internal sealed class PersonClaims(UserManager<Person> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Person>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(CurrentPerson.FullNameClaim, user.FullName));
        identity.AddClaim(new Claim(ClaimTypes.GivenName, user.GivenName));
        identity.AddClaim(new Claim(CurrentPerson.RoleLevelClaim, user.RoleLevel));
        identity.AddClaim(new Claim(CurrentPerson.GradeClaim, user.Grade));
        return identity;
    }
}
