using System.Security.Cryptography;
using System.Text;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts;

/// <summary>How often a wrong password or code was given for a user name, and until when it is locked.</summary>
internal sealed class Lockout
{
    /// <summary>The hash of the user name: people also type their password there.</summary>
    public required string NameKey { get; init; }

    public int Failed { get; init; }

    public DateTime LastUtc { get; init; }

    public DateTime? LockedUntilUtc { get; init; }
}

/// <summary>
/// Locks user names after wrong passwords or codes. Names that nobody has are locked just so: otherwise the lock would tell which names there are.
/// </summary>
internal sealed class Lockouts(PortalDb db, ILookupNormalizer names, ISettings settings, TimeProvider time)
{
    /// <summary>After so many hours without another, wrong attempts are forgotten.</summary>
    public const int ForgottenAfterHours = 24;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Until when the name is locked; null when it is not.</summary>
    public async Task<DateTime?> LockedUntilAsync(string userName, CancellationToken cancellation = default)
    {
        var key = KeyOf(userName);
        var until = await db.Set<Lockout>().Where(row => row.NameKey == key).Select(row => row.LockedUntilUtc).SingleOrDefaultAsync(cancellation);
        return until > Now ? until : null;
    }

    /// <summary>Counts a wrong password or code.</summary>
    /// <returns>True when the name is locked now.</returns>
    public async Task<bool> FailedAsync(string userName)
    {
        var rules = await settings.GetAsync<AccountSettings>();
        var (key, now, forgotten) = (KeyOf(userName), Now, Now.AddHours(-ForgottenAfterHours));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO people_lockout (name_key, failed, last_utc) VALUES ({key}, 1, {now})
            ON CONFLICT (name_key) DO UPDATE
            SET failed = CASE WHEN people_lockout.last_utc < {forgotten} THEN 1 ELSE people_lockout.failed + 1 END, last_utc = excluded.last_utc
            """);
        return await db.Set<Lockout>().Where(row => row.NameKey == key && row.Failed >= Math.Clamp(rules.WrongAttempts, 3, 100))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Failed, 0)
                .SetProperty(row => row.LockedUntilUtc, now.AddMinutes(Math.Clamp(rules.LockMinutes, 1, 1440)))) > 0;
    }

    /// <summary>Forgets wrong attempts and the lock.</summary>
    /// <returns>True when the name was locked.</returns>
    public async Task<bool> ForgetAsync(string userName)
    {
        var wasLocked = await LockedUntilAsync(userName) is not null;
        var key = KeyOf(userName);
        await db.Set<Lockout>().Where(row => row.NameKey == key).ExecuteDeleteAsync();
        return wasLocked;
    }

    /// <summary>Those of the given names that are locked.</summary>
    public async Task<IReadOnlySet<string>> LockedAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellation)
    {
        var keys = userNames.ToLookup(KeyOf);
        var wanted = keys.Select(group => group.Key).ToList();
        var locked = await db.Set<Lockout>().Where(row => wanted.Contains(row.NameKey) && row.LockedUntilUtc > Now).Select(row => row.NameKey).ToListAsync(cancellation);
        return locked.SelectMany(key => keys[key]).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private string KeyOf(string userName) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names.NormalizeName(userName.Trim()))));
}
