using System.Security.Claims;
using LearningDev.Platform.People.Accounts;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.SignIn;

/// <summary>
/// Remembers, in a cookie of its own, who has given the right password and must still give a second factor. Identity's own cookie for that would be lost
/// when a passkey is tried meanwhile.
/// </summary>
internal sealed class SecondStep(IHttpContextAccessor http, UserManager<Person> users, PortalSignInManager signIn, ISettings settings)
{
    /// <summary>The name of the cookie's scheme.</summary>
    public const string Scheme = "LearningDev.SecondStep";

    /// <summary>For how long the second step may be done.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string StampClaim = "stamp";

    /// <summary>The person has given the right password.</summary>
    public async Task BeginAsync(Person person) => await http.HttpContext!.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, person.Id), new Claim(StampClaim, await users.GetSecurityStampAsync(person))], Scheme)));

    /// <summary>Who has given the right password in this browser; null when nobody has, or it is too long ago, or the password has been changed since.</summary>
    public async Task<Person?> FindAsync() =>
        await http.HttpContext!.AuthenticateAsync(Scheme) is { Principal: { } principal }
        && await users.FindByIdAsync(principal.FindFirstValue(ClaimTypes.NameIdentifier)!) is { } person
        && principal.FindFirstValue(StampClaim) == await users.GetSecurityStampAsync(person)
        && await signIn.CanSignInAsync(person)
            ? person
            : null;

    /// <summary>The second step is done.</summary>
    public Task EndAsync() => http.HttpContext!.SignOutAsync(Scheme);

    /// <summary>True when the rules allow a browser to be remembered.</summary>
    public async Task<bool> MayRememberAsync() => (await settings.GetAsync<AccountSettings>()).MayRememberBrowsers;
}
