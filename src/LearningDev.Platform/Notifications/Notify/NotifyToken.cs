using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LearningDev.Platform.Notifications.Notify;

/// <summary>
/// The token of a request to GOV.UK Notify: a JSON Web Token (RFC 7519) signed with HMAC-SHA256, whose issuer is the service's id. Notify takes it for thirty seconds.
/// </summary>
internal static class NotifyToken
{
    private const int IdLength = 36;

    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"HS256"}"""u8);

    /// <summary>Makes a token.</summary>
    /// <param name="apiKey">The API key: name, service id and secret, of which the last two have 36 characters each.</param>
    /// <param name="now">The moment at which it is made.</param>
    /// <exception cref="NotifyFailedException">The key is not whole.</exception>
    public static string Make(string apiKey, DateTimeOffset now)
    {
        const int end = IdLength + 1 + IdLength;
        if (apiKey.Length < end || !Guid.TryParseExact(apiKey[^IdLength..], "D", out _) || !Guid.TryParseExact(apiKey[^end..^(IdLength + 1)], "D", out _))
        {
            throw new NotifyFailedException("The key of GOV.UK Notify (Notify:ApiKey) is not whole: it is a name, the id of the service and a secret, with hyphens between them.");
        }

        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { ["iss"] = apiKey[^end..^(IdLength + 1)], ["iat"] = now.ToUnixTimeSeconds() });
        var signed = $"{Header}.{Base64Url.EncodeToString(claims)}";
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(apiKey[^IdLength..]), Encoding.ASCII.GetBytes(signed));
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }
}
