using System.Threading.RateLimiting;

namespace LearningDev.Web.Setup.Opening;

/// <summary>Slows down guessing at the code: Setup:AttemptsPerAddress a minute, 10 unless set.</summary>
internal sealed class SetupThrottle(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = configuration.GetValue("Setup:AttemptsPerAddress", 10),
            Window = TimeSpan.FromMinutes(1),
        }));

    public bool Allows(string? address)
    {
        using var lease = limiter.AttemptAcquire(address ?? "");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
