using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.People.Accounts.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts.Passwords;

/// <summary>Changes the password of the person who is signed in (ADM-02).</summary>
internal sealed class PasswordChanging(
    UserManager<Person> users, PortalSignInManager signIn, PasswordRules rules, SessionService sessions, AccountLetters letters, IEvents events, IHttpContextAccessor http)
{
    /// <summary>Sets the new password and ends all other sessions. Whoever calls has made sure who the person is.</summary>
    /// <returns>Null when it is done, or what is wrong with the password in words for the person.</returns>
    public async Task<string?> ChangeAsync(Person person, string password)
    {
        if (await rules.FaultOfAsync(person, password) is { } fault)
        {
            return fault;
        }

        (await users.ResetPasswordAsync(person, await users.GeneratePasswordResetTokenAsync(person), password)).OrThrow();
        await sessions.EndAllAsync(person, http.HttpContext?.Features.Get<CurrentSession>()?.Id);
        await signIn.RefreshSignInAsync(person);
        await events.PublishAsync(new PasswordChanged(person.Id, person.FullName, ByLink: false));
        await letters.PasswordChangedAsync(person);
        return null;
    }
}
