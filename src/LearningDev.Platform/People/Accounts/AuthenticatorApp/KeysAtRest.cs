using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace LearningDev.Platform.People.Accounts.AuthenticatorApp;

/// <summary>Seals the keys of authenticator apps for the database, so that whoever reads the table, or a copy of it, cannot make codes.</summary>
internal sealed partial class KeysAtRest(IDataProtectionProvider protection, ILogger<KeysAtRest> logger)
{
    private readonly IDataProtector protector = protection.CreateProtector("LearningDev.AuthenticatorAtRest");

    /// <summary>Seals a key for a person.</summary>
    public string Seal(string personId, string key) => protector.Protect($"{personId} {key}");

    /// <summary>The key; null when the portal's keys that sealed it are lost, or it was sealed for another person.</summary>
    public string? Open(string personId, string sealedKey)
    {
        try
        {
            return protector.Unprotect(sealedKey).Split(' ') is [var owner, var key] && owner == personId ? key : null;
        }
        catch (CryptographicException)
        {
            LogUnreadable(personId);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The authenticator key of person {PersonId} cannot be read with the portal's keys. Remove the app at the person's account, so that a new one can be set up")]
    private partial void LogUnreadable(string personId);
}
