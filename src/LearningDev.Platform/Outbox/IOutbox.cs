namespace LearningDev.Platform.Outbox;

/// <summary>
/// Takes what is slow or outside the portal (a letter, a text message, a call of another system) as a row in the caller's transaction. A job
/// delivers it after the commit: at least once, tried again with growing pauses, and set aside for an administrator when it fails for good.
/// </summary>
public interface IOutbox
{
    /// <summary>Puts a message into the outbox. Nothing is sent when the caller's transaction is rolled back.</summary>
    /// <typeparam name="TMessage">A record that a module has declared with <see cref="Modules.ModuleBuilder.Deliver{TMessage, THandler}"/>; kept as JSON.</typeparam>
    /// <param name="message">What is to be delivered. No secret and no more personal data than the delivery needs.</param>
    /// <param name="key">
    /// What makes the message one of its kind, for example "password-reset:01abc:3". A message whose key is in the outbox already, delivered or not, is not
    /// put there again. Up to 200 characters.
    /// </param>
    /// <param name="notBeforeUtc">The earliest time of delivery; null for as soon as possible.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>True when the message is new.</returns>
    /// <exception cref="InvalidOperationException">No module delivers such messages, or the key is empty or too long.</exception>
    Task<bool> EnqueueAsync<TMessage>(TMessage message, string key, DateTime? notBeforeUtc = null, CancellationToken cancellation = default)
        where TMessage : class;

    /// <summary>Puts many messages of one kind into the outbox, each with a key of its own, in a few statements.</summary>
    /// <typeparam name="TMessage">As for one message.</typeparam>
    /// <param name="messages">What is to be delivered, with what makes each one of its kind.</param>
    /// <param name="notBeforeUtc">The earliest time of delivery; null for as soon as possible.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    /// <returns>How many of them are new.</returns>
    /// <exception cref="InvalidOperationException">No module delivers such messages, or a key is empty or too long.</exception>
    Task<int> EnqueueAllAsync<TMessage>(
        IReadOnlyList<(TMessage Message, string Key)> messages, DateTime? notBeforeUtc = null, CancellationToken cancellation = default)
        where TMessage : class;
}

/// <summary>Delivers messages of one kind. It may be asked for the same message again when the process died before it could say that it was delivered.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public interface IOutboxHandler<in TMessage> where TMessage : class
{
    /// <summary>Delivers a message. An exception means that it was not delivered; it is tried again later.</summary>
    /// <exception cref="UndeliverableException">It can never be delivered; it is set aside at once.</exception>
    Task DeliverAsync(TMessage message, OutboxDelivery delivery, CancellationToken cancellation);
}

/// <summary>A delivery, as the handler is told of it.</summary>
/// <param name="Id">The message's id: the same at every attempt, so that a receiver can tell repetitions.</param>
/// <param name="Key">The key that it was put into the outbox with.</param>
/// <param name="Attempt">1 at the first attempt.</param>
public sealed record OutboxDelivery(string Id, string Key, int Attempt);

/// <summary>A message can never be delivered, however often it is tried.</summary>
/// <param name="message">Why, as an administrator reads it.</param>
/// <param name="inner">What caused it.</param>
public sealed class UndeliverableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Whether a message was delivered cannot be known: it was handed over, and the portal died before the answer came. It is shown to administrators and not
/// delivered again unless one of them says so.
/// </summary>
/// <param name="message">What is known, as an administrator reads it.</param>
public sealed class DeliveryInDoubtException(string message) : Exception(message);

/// <summary>A message that says something of itself to the administrators who look after the outbox. Everything else of it is hidden from them.</summary>
public interface IDescribedMessage
{
    /// <summary>A few words without more personal data than needed, for example "m…@council.example".</summary>
    string Description { get; }
}
