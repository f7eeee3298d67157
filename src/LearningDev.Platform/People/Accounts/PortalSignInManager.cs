using System.Security.Claims;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts;

/// <summary>Signs in people whose employment or office has begun and not ended; a session ends when the person leaves.</summary>
internal sealed class PortalSignInManager(
    UserManager<Person> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    TimeProvider time,
    DateWords dates)
    : SignInManager<Person>(users, http, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(Person user) => await IsEmployedAsync(user) && await base.CanSignInAsync(user);

    public override async Task<Person?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } person && await IsEmployedAsync(person) ? person : null;

    private async Task<bool> IsEmployedAsync(Person person)
    {
        // The machine may keep another time than the council.
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return !person.HasLeft(today) && !(person.StartsOn > today);
    }
}
