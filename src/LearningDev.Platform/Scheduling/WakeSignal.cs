namespace LearningDev.Platform.Scheduling;

/// <summary>Wakes a worker of this node when there is something for it, so that it does not wait for its next look. Each worker has a kind of its own.</summary>
public abstract class WakeSignal : IDisposable
{
    private readonly SemaphoreSlim woken = new(0, 1);

    /// <summary>Wakes the worker; once is enough, however often it is called meanwhile.</summary>
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

    /// <inheritdoc />
    public void Dispose()
    {
        woken.Dispose();
        GC.SuppressFinalize(this);
    }
}
