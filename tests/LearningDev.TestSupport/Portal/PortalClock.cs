using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningDev.TestSupport.Portal;

/// <summary>The clock of a portal under test. It shows the right time until a test sets it forward or stops it.</summary>
public sealed class PortalClock : TimeProvider
{
    private TimeSpan ahead;
    private DateTimeOffset? stoppedAt;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => stoppedAt ?? base.GetUtcNow() + ahead;

    /// <summary>Sets the clock forward (or back).</summary>
    public void Advance(TimeSpan by)
    {
        ahead += by;
        stoppedAt += by;
    }

    /// <summary>Stops the clock at a moment, in UTC.</summary>
    public void StopAt(DateTime utc) => stoppedAt = new DateTimeOffset(utc, TimeSpan.Zero);

    internal void AddTo(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(this));
}
