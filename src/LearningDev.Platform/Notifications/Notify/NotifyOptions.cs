namespace LearningDev.Platform.Notifications.Notify;

/// <summary>The account at GOV.UK Notify; the configuration's section "Notify". Without a key nothing is sent there.</summary>
internal sealed class NotifyOptions
{
    /// <summary>The address of the service.</summary>
    public string BaseAddress { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>The API key: its name, the service's id and a secret, with hyphens between them.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>A file that holds the API key, as container platforms give secrets; used when <see cref="ApiKey"/> is empty.</summary>
    public string ApiKeyFile { get; set; } = "";

    /// <summary>The bearer token with which Notify tells what became of a message; empty when it does not.</summary>
    public string CallbackToken { get; set; } = "";

    /// <summary>A file that holds the bearer token; used when <see cref="CallbackToken"/> is empty.</summary>
    public string CallbackTokenFile { get; set; } = "";

    /// <summary>How long the service may take for an answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>True when there is a key.</summary>
    public bool IsSetUp => ApiKey.Length > 0 || ApiKeyFile.Length > 0;

    /// <summary>True when Notify tells what became of messages.</summary>
    public bool HasCallback => CallbackToken.Length > 0 || CallbackTokenFile.Length > 0;

    /// <summary>Reads a secret, from its file where it is kept in one: each time, so that a file that has been changed counts without a new start.</summary>
    /// <exception cref="NotifyFailedException">The file cannot be read.</exception>
    public static async Task<string> SecretAsync(string secret, string file, string setting, CancellationToken cancellation)
    {
        try
        {
            return secret.Length > 0 || file.Length == 0 ? secret : (await File.ReadAllTextAsync(file, cancellation)).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new NotifyFailedException($"The file {file} ({setting}) cannot be read: {fault.Message}");
        }
    }
}

/// <summary>GOV.UK Notify is not reached, or refuses for now; it is tried again.</summary>
/// <param name="message">What went wrong, as an administrator reads it.</param>
internal sealed class NotifyFailedException(string message) : Exception(message);
