using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.Passkeys;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.Permissions;
using Microsoft.AspNetCore.Identity;

namespace LearningDev.Platform.People.Accounts.Administering;

/// <summary>What an administrator does with the accounts of others (ADM-02).</summary>
internal sealed class AccountAdministration(
    UserManager<Person> users, Lockouts lockouts, SessionService sessions, Authenticators authenticators, PasskeyService passkeys,
    RecoveryCodes recoveryCodes, LastAdministrator lastAdministrator, IEvents events, TimeProvider time)
{
    /// <summary>Unlocks an account after wrong passwords.</summary>
    /// <returns>False when it is not locked.</returns>
    public async Task<bool> UnlockAsync(Person person)
    {
        if (!await lockouts.ForgetAsync(person.UserName!))
        {
            return false;
        }

        await events.PublishAsync(new AccountUnlocked(person.Id, person.FullName));
        return true;
    }

    /// <summary>Takes the authenticator app, the passkeys and the recovery codes from an account, for somebody who has lost them, and ends all sessions.</summary>
    /// <returns>False when there is none of them.</returns>
    public async Task<bool> RemoveSecondFactorAsync(Person person, string reason)
    {
        var isRemoved = await authenticators.RemoveAsync(person, reason);
        foreach (var passkey in await passkeys.ListAsync(person))
        {
            isRemoved |= await passkeys.RemoveAsync(person, passkey, reason);
        }

        if (isRemoved)
        {
            await recoveryCodes.ForgetAsync(person);
            (await users.UpdateSecurityStampAsync(person)).OrThrow();
            await sessions.EndAllAsync(person, except: null, reason);
        }

        return isRemoved;
    }

    /// <summary>Disables an account: its sessions end and nobody can sign in to it.</summary>
    /// <returns>False when it belongs to the last administrator.</returns>
    public async Task<bool> DisableAsync(Person person, string reason)
    {
        // Of two who disable each other at the same moment, one waits here for the other and then sees it.
        if (await lastAdministrator.IsAsync(person.Id))
        {
            return false;
        }

        if (person.DisabledUtc is null)
        {
            person.DisabledUtc = time.GetUtcNow().UtcDateTime;
            (await users.UpdateSecurityStampAsync(person)).OrThrow();
            await sessions.EndAllAsync(person, except: null, reason);
            await events.PublishAsync(new AccountDisabled(person.Id, person.FullName, reason));
        }

        return true;
    }

    /// <summary>Lets people sign in to an account again.</summary>
    public async Task EnableAsync(Person person, string reason)
    {
        if (person.DisabledUtc is not null)
        {
            person.DisabledUtc = null;
            (await users.UpdateAsync(person)).OrThrow();
            await events.PublishAsync(new AccountEnabled(person.Id, person.FullName, reason));
        }
    }

    // On SQLite there is only one writer at a time.
}

/// <summary>An account was unlocked by an administrator.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
public sealed record AccountUnlocked(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Unlocked the account of {Name}";
}

/// <summary>An account was disabled.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Why">Why.</param>
public sealed record AccountDisabled(string PersonId, string Name, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Disabled the account of {Name}";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("Account", "In use", "Disabled")];

    /// <inheritdoc />
    public string Reason => Why;
}

/// <summary>An account is in use again.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Why">Why.</param>
public sealed record AccountEnabled(string PersonId, string Name, string Why) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Put the account of {Name} in use again";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("Account", "Disabled", "In use")];

    /// <inheritdoc />
    public string Reason => Why;
}
