using System.Globalization;
using System.Text;
using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.SignIn;

internal enum SignInOutcome
{
    SignedIn,
    Refused,
    LockedOut,
    TooManyAttempts,
}

/// <summary>Signs people in with a local account (ADM-02): lockout after five wrong passwords, and a limit per minute.</summary>
internal sealed class SignInService(SignInManager<Person> signIn, UserManager<Person> users, SignInThrottle throttle, IEvents events)
{
    private static readonly Person Nobody = new();
    private static string? nobodysHash;

    public async Task<SignInOutcome> SignInAsync(string userName, string password, string? address)
    {
        if (!throttle.Allows(userName, address))
        {
            return SignInOutcome.TooManyAttempts;
        }

        // Nobody has such a name, and neither Unicode's normal forms nor PostgreSQL take it.
        if (!IsText(userName))
        {
            return SignInOutcome.Refused;
        }

        var person = await users.FindByNameAsync(userName);
        if (person is null)
        {
            // As slow as a wrong password, so that the time does not tell which names exist.
            users.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, Nobody.Id), password);
            await events.PublishAsync(new SignInFailed("", userName));
            return SignInOutcome.Refused;
        }

        var result = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            await events.PublishAsync(new SignedIn(person.Id, person.FullName));
            return SignInOutcome.SignedIn;
        }

        await events.PublishAsync(new SignInFailed(person.Id, person.FullName));
        return result.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.Refused;
    }

    public async Task SignOutAsync(CurrentPerson person)
    {
        await signIn.SignOutAsync();
        if (person.Id is { } id)
        {
            await events.PublishAsync(new SignedOut(id, person.Name));
        }
    }

    private static bool IsText(string userName) => userName.EnumerateRunes().All(character =>
        character != Rune.ReplacementChar && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned));
}

/// <summary>A person signed in.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record SignedIn(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} signed in";
}

/// <summary>A person signed out.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record SignedOut(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"{Name} signed out";
}

/// <summary>Somebody tried to sign in and was refused.</summary>
/// <param name="PersonId">The id of the account; empty when there is none of that name.</param>
/// <param name="Name">The person's name, or what was typed.</param>
public sealed record SignInFailed(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Sign-in refused for {Name}";
}
