using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.People.Accounts.Passwords;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.Resetting;

/// <summary>A link with which somebody may choose a new password, as a hash.</summary>
internal sealed class PasswordReset
{
    public string Id { get; init; } = Identifiers.New();

    public required string PersonId { get; init; }

    public required string Hash { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? UsedUtc { get; init; }
}

/// <summary>Gives new passwords to people who have forgotten theirs, by a link in a letter (ADM-02).</summary>
internal sealed class PasswordResets(
    PortalDb db, UserManager<Person> users, PortalSignInManager signIn, SessionService sessions, PasswordRules rules, Lockouts lockouts,
    AccountLetters letters, PortalAddress address, ISettings settings, IEvents events, TimeProvider time)
{
    /// <summary>How many letters an account gets in an hour at most.</summary>
    public const int LettersAnHour = 3;

    private const int TokenBytes = 32;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>True when letters can hold links, because the portal knows its own address.</summary>
    public bool AreOffered => address.Root is not null;

    /// <summary>Somebody says that they have forgotten their password. Whether there is such an account shows neither in the answer nor in its time.</summary>
    /// <param name="name">A user name or an email address.</param>
    public async Task AskAsync(string name)
    {
        // Both are looked for in any case, so that the time does not tell which of them there is.
        var (byName, byEmail) = UserNames.AreText(name) ? (await users.FindByNameAsync(name), await users.FindByEmailAsync(name)) : (null, null);
        if ((byName ?? byEmail) is not { } person || !await SendAsync(person))
        {
            await events.PublishAsync(new PasswordResetAsked("", "an account that is not there or may not have one"));
        }
    }

    /// <summary>Sends the person a link, unless there is nowhere to send it to, the person may not sign in, or too many letters were sent already.</summary>
    /// <param name="person">The person.</param>
    /// <param name="isInvitation">True for an account that is new, whose person chooses the first password.</param>
    /// <returns>True when a letter is on its way.</returns>
    public async Task<bool> SendAsync(Person person, bool isInvitation = false)
    {
        var anHourAgo = Now.AddHours(-1);
        if (string.IsNullOrEmpty(person.Email) || !await signIn.CanSignInAsync(person)
            || await db.Set<PasswordReset>().CountAsync(row => row.PersonId == person.Id && row.CreatedUtc > anHourAgo) >= LettersAnHour)
        {
            return false;
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var hours = Math.Clamp((await settings.GetAsync<AccountSettings>()).ResetHours, 1, 72);
        var reset = new PasswordReset { PersonId = person.Id, Hash = HashOf(token), CreatedUtc = Now, ExpiresUtc = Now.AddHours(hours) };
        var link = address.Of($"/sign-in/reset?token={token}")
            ?? throw new InvalidOperationException("A link cannot be sent, because Portal:PublicUrl is not set.");
        db.Add(reset);
        await events.PublishAsync(new PasswordResetAsked(person.Id, person.FullName));
        await (isInvitation ? letters.InvitationAsync(person, reset.Id, link, hours) : letters.ResetAsync(person, reset.Id, link, hours));
        return true;
    }

    /// <summary>Whose password a link may change; null when it is not known, was used, or its time is over.</summary>
    public async Task<Person?> FindAsync(string token)
    {
        var (hash, now) = (HashOf(token), Now);
        var personId = await db.Set<PasswordReset>().Where(row => row.Hash == hash && row.UsedUtc == null && row.ExpiresUtc > now)
            .Select(row => row.PersonId).SingleOrDefaultAsync();
        return personId is not null && await users.FindByIdAsync(personId) is { } person && await signIn.CanSignInAsync(person) ? person : null;
    }

    /// <summary>
    /// Sets the new password, uses up all links of the person, and ends all sessions. Signing in afterwards asks for the second factor as ever.
    /// </summary>
    /// <returns>Null when it is done, or what is wrong with the password in words for the person.</returns>
    /// <exception cref="DbUpdateConcurrencyException">The link was used meanwhile.</exception>
    public async Task<string?> ResetAsync(Person person, string token, string password)
    {
        if (await rules.FaultOfAsync(person, password) is { } fault)
        {
            return fault;
        }

        var hash = HashOf(token);
        if (await db.Set<PasswordReset>().Where(row => row.Hash == hash && row.UsedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedUtc, Now)) != 1)
        {
            throw new DbUpdateConcurrencyException("The link was used meanwhile.");
        }

        await db.Set<PasswordReset>().Where(row => row.PersonId == person.Id && row.UsedUtc == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedUtc, Now));
        (await users.ResetPasswordAsync(person, await users.GeneratePasswordResetTokenAsync(person), password)).OrThrow();
        await sessions.EndAllAsync(person, except: null);
        await lockouts.ForgetAsync(person.UserName!);
        await events.PublishAsync(new PasswordChanged(person.Id, person.FullName, ByLink: true));
        await letters.PasswordChangedAsync(person);
        return null;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

/// <summary>Somebody asked for a link that resets a password.</summary>
/// <param name="PersonId">The person's id; empty when no letter was sent.</param>
/// <param name="Name">The person's name.</param>
public sealed record PasswordResetAsked(string PersonId, string Name) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => $"A new password was asked for, for {Name}";
}

/// <summary>A person has a new password.</summary>
/// <param name="PersonId">The person's id.</param>
/// <param name="Name">The person's name.</param>
/// <param name="ByLink">True when it was chosen by a link in a letter.</param>
public sealed record PasswordChanged(string PersonId, string Name, bool ByLink) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Person", PersonId, Name);

    /// <inheritdoc />
    public string Summary => ByLink ? $"The password of {Name} was reset by a link in a letter" : $"Changed the password of {Name}";
}
