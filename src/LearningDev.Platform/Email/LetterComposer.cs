using System.Text;
using LearningDev.Platform.Outbox;
using MimeKit;
using MimeKit.Text;

namespace LearningDev.Platform.Email;

/// <summary>Makes an e-mail message (RFC 5322) of a letter. The same message of the outbox always becomes a message of the same Message-ID.</summary>
internal static class LetterComposer
{
    /// <summary>Makes the message.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="id">The id of the message of the outbox.</param>
    /// <param name="options">Who letters come from.</param>
    /// <param name="fromName">The sender's name when the options give none.</param>
    /// <param name="now">The date of the letter.</param>
    /// <exception cref="UndeliverableException">The letter's address, or the sender's, is none.</exception>
    public static MimeMessage Compose(Letter letter, string id, EmailOptions options, string fromName, DateTimeOffset now)
    {
        var from = Mailbox(options.From, options.FromName.Length > 0 ? options.FromName : fromName);
        var message = new MimeMessage
        {
            // With the sender's domain, as the standard asks for an id that is unique in the world (RFC 5322, 3.6.4).
            MessageId = $"{id}@{from.Domain}",
            Date = now,
            Subject = OneLine(letter.Subject),
            Body = new TextPart(TextFormat.Plain) { Text = letter.Text.ReplaceLineEndings("\r\n") },
        };
        message.From.Add(from);
        message.To.Add(Mailbox(letter.To, letter.ToName));
        if (options.ReplyTo.Length > 0)
        {
            message.ReplyTo.Add(Mailbox(options.ReplyTo, ""));
        }

        // So that no holiday notice answers the portal (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static MailboxAddress Mailbox(string address, string name)
    {
        if (address.Length > 254 || address.Any(char.IsControl) || !MailboxAddress.TryParse(ParserOptions.Default, address, out var parsed)
            || parsed.Address != address.Trim() || parsed.Domain.Length == 0)
        {
            throw new UndeliverableException($"\"{Masked(address)}\" is no email address.");
        }

        return new MailboxAddress(Encoding.UTF8, OneLine(name), parsed.Address);
    }

    /// <summary>An address of which only the beginning and the domain are to be read, for example "m…@council.example".</summary>
    public static string Masked(string address)
    {
        var at = address.LastIndexOf('@');
        var plain = OneLine(at < 1 ? address : $"{address[..1]}…{address[at..]}");
        return plain.Length <= 100 ? plain : string.Concat(plain.AsSpan(0, 99), "…");
    }

    // A line break in a header would begin another header.
    private static string OneLine(string text) => string.Concat(text.Select(character => char.IsControl(character) || character is '\u2028' or '\u2029' ? ' ' : character)).Trim();
}
