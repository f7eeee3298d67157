using System.Security.Cryptography;
using System.Text.Json;
using LearningDev.Platform.Data;
using Microsoft.AspNetCore.DataProtection;

namespace LearningDev.Platform.Outbox;

/// <summary>Encrypts messages, so that a letter with a secret link is not readable in the database or its backups.</summary>
internal sealed class OutboxPayload(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("LearningDev.Outbox.v1");

    public string Protect<TMessage>(TMessage message) => protector.Protect(JsonSerializer.Serialize(message, PortalJson.Compact));

    /// <summary>Reads a message.</summary>
    /// <exception cref="UndeliverableException">It cannot be read: the keys it was encrypted with are gone, or its type has changed.</exception>
    public object Unprotect(string text, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(protector.Unprotect(text), type, PortalJson.Compact) ?? throw new JsonException("It is null.");
        }
        catch (CryptographicException fault)
        {
            throw new UndeliverableException("The message cannot be read: the keys that it was encrypted with are gone.", fault);
        }
        catch (JsonException fault)
        {
            throw new UndeliverableException("The message cannot be read: it was written by another version of the portal.", fault);
        }
    }
}
