using System.Text.RegularExpressions;
using LearningDev.Platform.Outbox;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace LearningDev.Platform.Email;

/// <summary>
/// What a fault of the conversation with the mail server means for the letter, in words for administrators. Servers repeat addresses in what they say, and what they
/// say is logged: it is given with addresses masked, and without the exception that holds it in full.
/// </summary>
internal static partial class SmtpFaults
{
    /// <summary>The fault of a letter that the server refused.</summary>
    /// <returns>An <see cref="UndeliverableException"/> when the letter or its recipient is refused for good (RFC 5321: 5yz), else an <see cref="EmailFailedException"/>.</returns>
    public static Exception OfLetter(SmtpCommandException refused)
    {
        var said = Masked($"The mail server said {(int)refused.StatusCode} {OneLine(refused.Message)}");
        // A sender that is refused is the configuration's fault: every letter suffers from it, and goes out when that is mended.
        return (int)refused.StatusCode is >= 500 and < 600 && refused.ErrorCode != SmtpErrorCode.SenderNotAccepted
            ? new UndeliverableException(said)
            : new EmailFailedException(said);
    }

    /// <summary>The fault of a connection that could not be made, or broke off.</summary>
    public static EmailFailedException OfConnection(Exception fault, SmtpOptions smtp, MailServerCertificate? certificate) => new(Masked(fault switch
    {
        SslHandshakeException when certificate?.Objection is { } objection => objection,
        SslHandshakeException => $"The connection to {smtp.Host}, port {smtp.UsedPort}, could not be encrypted: {OneLine(fault.GetBaseException().Message)}",
        NotSupportedException => $"{smtp.Host} does not offer what the configuration asks for: {OneLine(fault.Message)}",
        ServiceNotAuthenticatedException => $"{smtp.Host} asks for an account (Email:Smtp:UserName): {OneLine(fault.Message)}",
        AuthenticationException => $"{smtp.Host} refused the account: {OneLine(fault.Message)}",
        SmtpCommandException refused => $"{smtp.Host} said {(int)refused.StatusCode} {OneLine(refused.Message)}",
        OperationCanceledException => $"{smtp.Host} gave no answer in time.",
        _ => $"{smtp.Host} could not be reached, or broke off: {OneLine(fault.Message)}",
    }));

    private static string Masked(string said) => Address().Replace(said, address => LetterComposer.Masked(address.Value));

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex("""[^\s<>()\[\]:;,"']+@[^\s<>()\[\]:;,"']+""")]
    private static partial Regex Address();
}

/// <summary>A letter could not be handed over now; it is tried again.</summary>
/// <param name="message">What went wrong, as an administrator reads it.</param>
internal sealed class EmailFailedException(string message) : Exception(message);
