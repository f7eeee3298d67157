using LearningDev.Platform.Outbox;

namespace LearningDev.Platform.Email;

/// <summary>Puts letters into the outbox.</summary>
internal sealed class EmailOutbox(IOutbox outbox) : IEmail
{
    public Task<bool> SendAsync(Letter letter, string key, CancellationToken cancellation = default) =>
        outbox.EnqueueAsync(letter, key, notBeforeUtc: null, cancellation);
}
