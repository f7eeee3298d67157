using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace LearningDev.Platform.People.Accounts.AuthenticatorApp;

/// <summary>Seals a key while it is being set up, so that the form can carry it and nobody else's key gets into an account.</summary>
internal sealed class SealedKeys(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("LearningDev.Authenticator").ToTimeLimitedDataProtector();

    /// <summary>Seals a key for a person.</summary>
    public string Seal(string personId, string key) => protector.Protect($"{personId} {key}", Lifetime);

    /// <summary>The key; null when the seal is broken, is another person's, or is too old.</summary>
    public string? Open(string personId, string? sealedKey)
    {
        try
        {
            return sealedKey is { Length: > 0 } && protector.Unprotect(sealedKey).Split(' ') is [var owner, var key] && owner == personId ? key : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
