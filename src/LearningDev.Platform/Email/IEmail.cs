using System.Text.Json.Serialization;
using LearningDev.Platform.Outbox;

namespace LearningDev.Platform.Email;

/// <summary>Sends letters by e-mail, through the outbox.</summary>
public interface IEmail
{
    /// <summary>Puts a letter into the outbox, in the caller's transaction.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="key">What makes the letter one of its kind; see <see cref="Outbox.IOutbox"/>.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>True when the letter is new.</returns>
    Task<bool> SendAsync(Letter letter, string key, CancellationToken cancellation = default);
}

/// <summary>A letter to one person, in plain text.</summary>
/// <param name="To">The email address.</param>
/// <param name="ToName">The person's name; may be empty.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Text">The text, with line breaks; links stand in full on lines of their own.</param>
public sealed record Letter(string To, string ToName, string Subject, string Text) : IDescribedMessage
{
    /// <inheritdoc />
    [JsonIgnore]
    public string Description => LetterComposer.Masked(To);
}
