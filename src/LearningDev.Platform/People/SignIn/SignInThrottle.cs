using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace LearningDev.Platform.People.SignIn;

/// <summary>
/// Slows down guessing. The limits are per minute: one per user name, and a wider one per address, because a whole council may
/// come from one. Configuration: SignIn:AttemptsPerUserName (10), SignIn:AttemptsPerAddress (600) and SignIn:ResetsPerAddress (60).
/// </summary>
internal sealed class SignInThrottle(IConfiguration configuration) : IDisposable
{
    private readonly PartitionedRateLimiter<Attempt> attempts = PartitionedRateLimiter.CreateChained(
        PerMinute(attempt => $"name:{attempt.UserName}", configuration.GetValue("SignIn:AttemptsPerUserName", 10)),
        PerMinute(attempt => $"address:{attempt.Address}", configuration.GetValue("SignIn:AttemptsPerAddress", 600)));

    private readonly PartitionedRateLimiter<Attempt> passkeys =
        PerMinute(attempt => attempt.Address, configuration.GetValue("SignIn:AttemptsPerAddress", 600));

    private readonly PartitionedRateLimiter<Attempt> resets =
        PerMinute(attempt => attempt.Address, configuration.GetValue("SignIn:ResetsPerAddress", 60));

    /// <summary>True when somebody may try a password or a code.</summary>
    public bool Allows(string userName, string? address) => IsLeft(attempts, new Attempt(userName.Trim().ToUpperInvariant(), address ?? ""));

    /// <summary>True when somebody may try a passkey.</summary>
    public bool AllowsPasskey(string? address) => IsLeft(passkeys, new Attempt("", address ?? ""));

    /// <summary>True when somebody may ask for a letter that resets a password.</summary>
    public bool AllowsReset(string? address) => IsLeft(resets, new Attempt("", address ?? ""));

    public void Dispose()
    {
        attempts.Dispose();
        passkeys.Dispose();
        resets.Dispose();
    }

    private static bool IsLeft(PartitionedRateLimiter<Attempt> limiter, Attempt attempt)
    {
        using var lease = limiter.AttemptAcquire(attempt);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<Attempt> PerMinute(Func<Attempt, string> key, int permits) =>
        PartitionedRateLimiter.Create<Attempt, string>(attempt => RateLimitPartition.GetFixedWindowLimiter(
            key(attempt), _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));

    private sealed record Attempt(string UserName, string Address);
}
