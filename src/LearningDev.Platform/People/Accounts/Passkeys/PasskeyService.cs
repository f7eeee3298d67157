using System.Buffers.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.People.Accounts.SecondFactors;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Passkeys;

/// <summary>Adds, names and removes passkeys (ADM-02).</summary>
internal sealed class PasskeyService(
    PortalDb db, UserManager<Person> users, SignInManager<Person> signIn, SecondFactorService secondFactors, RecoveryCodes recoveryCodes, AccountLetters letters, IEvents events)
{
    /// <summary>The most passkeys of a person.</summary>
    public const int Most = 20;

    /// <summary>The longest name of a passkey.</summary>
    public const int LongestName = 60;

    /// <summary>The person's passkeys, the newest first.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> ListAsync(Person person) =>
        [.. (await users.GetPasskeysAsync(person)).OrderByDescending(passkey => passkey.CreatedAt)];

    /// <summary>A passkey of the person; null when there is none of the id.</summary>
    public async Task<UserPasskeyInfo?> FindAsync(Person person, string id) =>
        Base64Url.IsValid(id) ? await users.GetPasskeyAsync(person, Base64Url.DecodeFromChars(id)) : null;

    /// <summary>A passkey's id as addresses hold it.</summary>
    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>Adds the passkey that the browser has made for the challenge that it was given.</summary>
    /// <returns>False when the answer of the browser is not right, or there are too many.</returns>
    public async Task<bool> AddAsync(Person person, string name, string credential)
    {
        if (await db.UserPasskeys.CountAsync(row => row.UserId == person.Id) >= Most || await AttestAsync(person, credential) is not { } passkey)
        {
            return false;
        }

        passkey.Name = name;
        (await users.AddOrUpdatePasskeyAsync(person, passkey)).OrThrow();
        await events.PublishAsync(new PasskeyAdded(person.Id, person.FullName, name));
        await letters.PasskeyAddedAsync(person, name);
        return true;
    }

    /// <summary>Gives a passkey another name.</summary>
    public async Task RenameAsync(Person person, UserPasskeyInfo passkey, string name)
    {
        var before = passkey.Name ?? "";
        if (before == name)
        {
            return;
        }

        passkey.Name = name;
        (await users.AddOrUpdatePasskeyAsync(person, passkey)).OrThrow();
        await events.PublishAsync(new PasskeyRenamed(person.Id, person.FullName, before, name));
    }

    /// <summary>Removes a passkey.</summary>
    /// <returns>False when the person needs a second factor and would have none.</returns>
    public async Task<bool> RemoveAsync(Person person, UserPasskeyInfo passkey, string reason = "")
    {
        if (reason.Length == 0 && await secondFactors.OfAsync(person) is { IsNeeded: true, HasAuthenticator: false, Passkeys: <= 1 })
        {
            return false;
        }

        (await users.RemovePasskeyAsync(person, passkey.CredentialId)).OrThrow();
        if (await secondFactors.OfAsync(person) is { HasAny: false })
        {
            await recoveryCodes.ForgetAsync(person);
        }

        await events.PublishAsync(new PasskeyRemoved(person.Id, person.FullName, passkey.Name ?? "", reason));
        await letters.PasskeyRemovedAsync(person, passkey.Name ?? "", reason);
        return true;
    }

    private async Task<UserPasskeyInfo?> AttestAsync(Person person, string credential)
    {
        try
        {
            var attestation = await signIn.PerformPasskeyAttestationAsync(credential);
            return attestation.Succeeded && attestation.UserEntity.Id == person.Id ? attestation.Passkey : null;
        }
        catch (InvalidOperationException)
        {
            // Identity says so that this browser was given no challenge, or was given it too long ago.
            return null;
        }
    }
}

/// <summary>A person added a passkey.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Passkey">The passkey's name.</param>
public sealed record PasskeyAdded(string PersonId, string Name, string Passkey) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Added the passkey {Passkey} of {Name}";
}

/// <summary>A person gave a passkey another name.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Before">The passkey's name before.</param>
/// <param name="After">The passkey's name now.</param>
public sealed record PasskeyRenamed(string PersonId, string Name, string Before, string After) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Renamed a passkey of {Name}";

    /// <inheritdoc />
    public IReadOnlyList<AuditChange> Changes => [new("Name of the passkey", Before, After)];
}

/// <summary>A passkey was removed.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Passkey">The passkey's name.</param>
/// <param name="Why">Why, when somebody else did it.</param>
public sealed record PasskeyRemoved(string PersonId, string Name, string Passkey, string Why = "") : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"Removed the passkey {Passkey} of {Name}";

    /// <inheritdoc />
    public string Reason => Why;
}
