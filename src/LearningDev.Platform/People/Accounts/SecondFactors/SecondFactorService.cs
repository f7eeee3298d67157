using LearningDev.Platform.Data;
using LearningDev.Platform.People.Accounts.AuthenticatorApp;
using LearningDev.Platform.People.Accounts.Recovery;
using LearningDev.Platform.Permissions.Effective;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts.SecondFactors;

/// <summary>Which second factors a person has, and who needs one (ADM-02).</summary>
internal sealed class SecondFactorService(PortalDb db, ISettings settings, EffectiveRoles effectiveRoles)
{
    /// <summary>What the person has.</summary>
    public async Task<SecondFactorState> OfAsync(Person person, CancellationToken cancellation = default) => new(
        await db.Set<Authenticator>().Where(row => row.PersonId == person.Id).Select(row => (DateTime?)row.AddedUtc).SingleOrDefaultAsync(cancellation),
        await db.UserPasskeys.CountAsync(row => row.UserId == person.Id, cancellation),
        await db.Set<RecoveryCode>().CountAsync(row => row.PersonId == person.Id && row.UsedUtc == null, cancellation),
        await IsNeededAsync(person, cancellation));

    /// <summary>True when one of the person's roles needs a second factor.</summary>
    public async Task<bool> IsNeededAsync(Person person, CancellationToken cancellation = default)
    {
        var roles = (await settings.GetAsync<AccountSettings>(cancellation)).SecondFactorRoles;
        return roles.Count > 0 && (await effectiveRoles.OfAsync(person.Id, cancellation)).Any(roles.Contains);
    }

    /// <summary>True when the person needs a second factor and has none.</summary>
    public async Task<bool> IsMissingAsync(Person person) => await OfAsync(person) is { IsNeeded: true, HasAny: false };

    /// <summary>
    /// True when the password alone is not enough: the person has an authenticator app, or has passkeys and needs a second factor. Who has a passkey
    /// without needing a second factor may still use the password, as not every machine takes passkeys.
    /// </summary>
    public async Task<bool> IsAskedForAsync(Person person) => await OfAsync(person) is { HasAuthenticator: true } or { Passkeys: > 0, IsNeeded: true };
}

/// <summary>The second factors of a person.</summary>
/// <param name="AuthenticatorAddedUtc">When the authenticator app was set up; null when there is none.</param>
/// <param name="Passkeys">How many passkeys there are.</param>
/// <param name="RecoveryCodes">How many recovery codes have not been used.</param>
/// <param name="IsNeeded">True when one of the person's roles needs a second factor.</param>
internal sealed record SecondFactorState(DateTime? AuthenticatorAddedUtc, int Passkeys, int RecoveryCodes, bool IsNeeded)
{
    public bool HasAuthenticator => AuthenticatorAddedUtc is not null;

    public bool HasAny => HasAuthenticator || Passkeys > 0;
}
