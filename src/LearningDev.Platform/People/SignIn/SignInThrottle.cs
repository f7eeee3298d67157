using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Platform.People.SignIn;

/// <summary>
/// Slows down guessing. The limits are per minute: one per user name, and a wider one per address, because a whole council may
/// come from one. Configuration: SignIn:AttemptsPerUserName (10) and SignIn:AttemptsPerAddress (600).
/// </summary>
internal sealed class SignInThrottle(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<Attempt> limiter = PartitionedRateLimiter.CreateChained(
        PerMinute(attempt => $"name:{attempt.UserName}", configuration.GetValue("SignIn:AttemptsPerUserName", 10)),
        PerMinute(attempt => $"address:{attempt.Address}", configuration.GetValue("SignIn:AttemptsPerAddress", 600)));

    public bool Allows(string userName, string? address)
    {
        using var lease = limiter.AttemptAcquire(new Attempt(userName.Trim().ToUpperInvariant(), address ?? ""));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static PartitionedRateLimiter<Attempt> PerMinute(Func<Attempt, string> key, int permits) =>
        PartitionedRateLimiter.Create<Attempt, string>(attempt => RateLimitPartition.GetFixedWindowLimiter(
            key(attempt), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));

    private sealed record Attempt(string UserName, string Address);
}
