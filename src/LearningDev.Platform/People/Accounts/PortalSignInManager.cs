using System.Security.Claims;
using LearningDev.Platform.People.Accounts.SecondFactors;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LearningDev.Platform.People.Accounts;

/// <summary>
/// Signs in people whose employment or office has begun and not ended, and whose account is not disabled. However somebody is signed in, a session begins;
/// it ends when the person leaves.
/// </summary>
internal sealed class PortalSignInManager(
    UserManager<Person> users,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Person> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Person>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Person> confirmation,
    TimeProvider time,
    DateWords dates,
    SessionService sessions,
    SecondFactorService secondFactors)
    : SignInManager<Person>(users, http, claims, options, logger, schemes, confirmation)
{
    private SignInMethod method;
    private bool isRefreshing;

    /// <summary>Signs a person in, who has proved by a method who they are.</summary>
    public Task SignInAsync(Person person, SignInMethod by)
    {
        method = by;
        return SignInAsync(person, isPersistent: false);
    }

    public override async Task<bool> CanSignInAsync(Person user) => await MayAsync(user) && await base.CanSignInAsync(user);

    public override async Task<Person?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } person && await MayAsync(person) ? person : null;

    public override async Task RefreshSignInAsync(Person user)
    {
        isRefreshing = true;
        await base.RefreshSignInAsync(user);
        isRefreshing = false;
    }

    public override async Task SignInWithClaimsAsync(Person user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = isRefreshing ? Context.User.FindFirstValue(CurrentSession.Claim) : null;
        if (session is null)
        {
            await sessions.SignedOutAsync(Context.User);
            session = (await sessions.StartAsync(user, method, method == SignInMethod.Password && await secondFactors.IsMissingAsync(user))).Id;
        }

        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, new Claim(CurrentSession.Claim, session)]);
    }

    public override async Task SignOutAsync()
    {
        await sessions.SignedOutAsync(Context.User);
        await base.SignOutAsync();
    }

    private async Task<bool> MayAsync(Person person)
    {
        // The machine may keep another time than the council.
        var today = DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));
        return person.DisabledUtc is null && !person.HasLeft(today) && !(person.StartsOn > today);
    }
}
