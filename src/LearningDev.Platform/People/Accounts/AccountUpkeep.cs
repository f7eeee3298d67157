using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People.Accounts.History;
using LearningDev.Platform.People.Accounts.Resetting;
using LearningDev.Platform.People.Accounts.Sessions;
using LearningDev.Platform.People.SignIn;
using LearningDev.Platform.People.SignIn.Keeping;
using LearningDev.Platform.Scheduling;
using LearningDev.Platform.Settings;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.People.Accounts;

/// <summary>Ends sessions that are over, of people who have left too, and deletes records of accounts that are older than the rules say.</summary>
internal sealed class AccountUpkeep(PortalDb db, SessionService sessions, ISettings settings, DateWords dates, IEvents events, TimeProvider time) : IScheduledJob
{
    /// <summary>The job as administrators see it.</summary>
    public static readonly JobManifest Manifest = new(
        "Account records", "Ends sessions that are over, and deletes old sessions and old records of signing in.", "0 10 * * * ?");

    // Long enough to say to somebody who comes late that the link has been used.
    private const int ResetDays = 30;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rules = await settings.GetAsync<AccountSettings>(cancellation);
        var oldest = now.AddDays(-Math.Clamp(rules.HistoryDays, 30, 3650));
        var (resets, attempts, browsers) = (now.AddDays(-ResetDays), now.AddHours(-Lockouts.ForgottenAfterHours), now.AddDays(-NewBrowsers.Days));
        var kept = now.AddHours(-KeptForms.Hours);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var ended = await sessions.EndOverdueAsync(DateOnly.FromDateTime(await dates.LocalAsync(now)), cancellation);
        var deleted = await db.Set<Session>().Where(row => row.EndedUtc < oldest).ExecuteDeleteAsync(cancellation)
            + await db.Set<SignInRecord>().Where(row => row.OccurredUtc < oldest).ExecuteDeleteAsync(cancellation)
            + await db.Set<PasswordReset>().Where(row => row.ExpiresUtc < resets).ExecuteDeleteAsync(cancellation)
            + await db.Set<Lockout>().Where(row => row.LastUtc < attempts && (row.LockedUntilUtc == null || row.LockedUntilUtc < now)).ExecuteDeleteAsync(cancellation)
            + await db.Set<KnownBrowser>().Where(row => row.LastUtc < browsers).ExecuteDeleteAsync(cancellation)
            + await db.Set<KeptForm>().Where(row => row.KeptUtc < kept).ExecuteDeleteAsync(cancellation);
        if (ended + deleted > 0)
        {
            await events.PublishAsync(new AccountRecordsTidied(ended, deleted), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return ended + deleted == 0 ? "" : $"Ended {ended} sessions, deleted {deleted} old records";
    }
}

/// <summary>Sessions that were over have ended, and old records of accounts were deleted.</summary>
/// <param name="Ended">How many sessions.</param>
/// <param name="Deleted">How many records.</param>
public sealed record AccountRecordsTidied(int Ended, int Deleted) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Accounts", "", "Accounts");

    /// <inheritdoc />
    public string Summary => $"Ended {Ended} sessions that were over, and deleted {Deleted} old records of accounts";
}
