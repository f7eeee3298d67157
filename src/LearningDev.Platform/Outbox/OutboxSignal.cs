namespace LearningDev.Platform.Outbox;

/// <summary>Wakes this node's deliverer when a message has been committed, so that it does not wait for the next look.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim woken = new(0, 1);

    public void Wake()
    {
        try
        {
            woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is awake already.
        }
    }

    /// <summary>Waits to be woken, no longer than given.</summary>
    /// <returns>True when it was woken.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => woken.WaitAsync(atMost, cancellation);

    public void Dispose() => woken.Dispose();
}
