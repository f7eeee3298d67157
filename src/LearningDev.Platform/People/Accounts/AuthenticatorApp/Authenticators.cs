using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.AuthenticatorApp;

/// <summary>The authenticator app of a person.</summary>
internal sealed class Authenticator
{
    public required string PersonId { get; init; }

    /// <summary>The key that the portal shares with the app, as <see cref="KeysAtRest"/> seals it.</summary>
    public required string Key { get; set; }

    public required DateTime AddedUtc { get; set; }

    /// <summary>The step of the last code that was accepted: no code of this step or an earlier one is accepted again (RFC 6238, 5.2).</summary>
    public required long LastStep { get; set; }
}

/// <summary>Sets up and removes authenticator apps (ADM-02).</summary>
internal sealed class Authenticators(
    PortalDb db, UserManager<Person> users, KeysAtRest keys, AccountLetters letters, IEvents events, TimeProvider time)
{
    /// <summary>Sets up an app, in the place of the one before, when a code of it proves that it has the key.</summary>
    /// <returns>False when the code is not right.</returns>
    public async Task<bool> AddAsync(Person person, string key, string code)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (Totp.StepsOf(key, code, now).LastOrDefault() is not (> 0 and var step))
        {
            return false;
        }

        var sealedKey = keys.Seal(person.Id, key);
        var row = await db.Set<Authenticator>().FindAsync(person.Id);
        if (row is null)
        {
            db.Add(new Authenticator { PersonId = person.Id, Key = sealedKey, AddedUtc = now, LastStep = step });
        }
        else
        {
            (row.Key, row.AddedUtc, row.LastStep) = (sealedKey, now, step);
        }

        (await users.SetTwoFactorEnabledAsync(person, enabled: true)).OrThrow();
        await events.PublishAsync(new AuthenticatorAdded(person.Id, person.FullName));
        await letters.AuthenticatorAddedAsync(person);
        return true;
    }

    /// <summary>Removes the person's app.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> RemoveAsync(Person person, string reason = "")
    {
        if (await db.Set<Authenticator>().Where(row => row.PersonId == person.Id).ExecuteDeleteAsync() == 0)
        {
            return false;
        }

        (await users.SetTwoFactorEnabledAsync(person, enabled: false)).OrThrow();
        await events.PublishAsync(new AuthenticatorRemoved(person.Id, person.FullName, reason));
        await letters.AuthenticatorRemovedAsync(person, reason);
        return true;
    }
}

/// <summary>Accepts the codes of authenticator apps, each once.</summary>
internal sealed class AuthenticatorCodes(PortalDb db, KeysAtRest keys, TimeProvider time)
{
    /// <summary>Accepts a code. One statement, so that of two requests with the same code one is refused.</summary>
    public async Task<bool> AcceptAsync(string personId, string code)
    {
        var sealedKey = await db.Set<Authenticator>().Where(row => row.PersonId == personId).Select(row => row.Key).SingleOrDefaultAsync();
        if (sealedKey is null || keys.Open(personId, sealedKey) is not { } key)
        {
            return false;
        }

        foreach (var step in Totp.StepsOf(key, code, time.GetUtcNow().UtcDateTime))
        {
            if (await db.Set<Authenticator>().Where(row => row.PersonId == personId && row.Key == sealedKey && row.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastStep, step)) == 1)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Identity's way to the authenticator app, so that whoever asks Identity gets the same answer: each code once.</summary>
internal sealed class AuthenticatorProvider(PortalDb db, AuthenticatorCodes codes) : AuthenticatorTokenProvider<Person>
{
    public override Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Person> manager, Person user) =>
        db.Set<Authenticator>().AnyAsync(row => row.PersonId == user.Id);

    public override Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user) =>
        codes.AcceptAsync(user.Id, token);
}

/// <summary>A person set up an authenticator app.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record AuthenticatorAdded(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Set up an authenticator app for {Name}";
}

/// <summary>An authenticator app was removed.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Why">Why, when somebody else did it.</param>
public sealed record AuthenticatorRemoved(string PersonId, string Name, string Why = "") : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Removed the authenticator app of {Name}";

    /// <inheritdoc />
    public string Reason => Why;
}
