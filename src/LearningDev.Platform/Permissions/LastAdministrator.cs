using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Permissions;

/// <summary>Keeps a portal from being left without anybody who may administer it and can sign in, today or on any later day that is known already (ADM-01).</summary>
public sealed class LastAdministrator(PortalDb db, DateWords dates, TimeProvider time)
{
    /// <summary>What is said when something would leave nobody.</summary>
    public const string Refusal = "This is the last administrator who can sign in. Give somebody else the role Administrator, or let them sign in again, before you do this";

    // Any number will do, as long as everybody who takes an administrator away asks for the same one.
    private const long Lock = 20_261_125;

    /// <summary>True when nobody could administer the portal any more, on some day, if this person could not sign in or did not have the role.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="cancellation">Gives up when cancelled.</param>
    public async Task<bool> IsAsync(string personId, CancellationToken cancellation = default)
    {
        var times = await TimesAsync(cancellation);
        var today = await TodayAsync();
        return times.Any(term => term.PersonId == personId)
            && IsCovered(today, times) && !IsCovered(today, [.. times.Where(term => term.PersonId != personId)]);
    }

    /// <summary>True when somebody can administer the portal today and on every later day, as far as this transaction has changed it.</summary>
    public async Task<bool> IsThereOneAsync(CancellationToken cancellation = default) => IsCovered(await TodayAsync(), await TimesAsync(cancellation));

    /// <summary>True when on every day from <paramref name="today"/> on at least one term runs.</summary>
    internal static bool IsCovered(DateOnly today, IReadOnlyCollection<AdministratorTerm> terms)
    {
        for (var day = today; ;)
        {
            var running = terms.Where(term => term.From <= day && term.Until >= day).ToList();
            if (running.Count == 0)
            {
                return false;
            }

            var last = running.Max(term => term.Until);
            if (last == DateOnly.MaxValue)
            {
                return true;
            }

            day = last.AddDays(1);
        }
    }

    // The machine may keep another time than the council.
    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await dates.LocalAsync(time.GetUtcNow().UtcDateTime));

    /// <summary>When each person with the role can use it: not disabled, and with some way to sign in.</summary>
    private async Task<List<AdministratorTerm>> TimesAsync(CancellationToken cancellation)
    {
        // Two who take each other away at the same moment must come one after the other; SQLite has one writer anyway.
        if (!db.IsSqlite && db.Database.CurrentTransaction is not null)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }

        var rows = await db.Users.AsNoTracking()
            .Where(person => person.DisabledUtc == null
                && (person.PasswordHash != null || db.UserPasskeys.Any(row => row.UserId == person.Id) || db.UserLogins.Any(row => row.UserId == person.Id)))
            .Join(
                db.UserRoles.Where(row => db.Roles.Any(role => role.Id == row.RoleId && role.Name == Role.Administrator)), person => person.Id, row => row.UserId,
                (person, row) => new { person.Id, PersonFrom = person.StartsOn, PersonUntil = person.LeavesOn, row.StartsOn, row.EndsOn })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new AdministratorTerm(
            row.Id,
            Later(row.PersonFrom ?? DateOnly.MinValue, row.StartsOn ?? DateOnly.MinValue),
            Earlier(row.PersonUntil ?? DateOnly.MaxValue, row.EndsOn ?? DateOnly.MaxValue)));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>The days on which a person can administer the portal, both included.</summary>
internal readonly record struct AdministratorTerm(string PersonId, DateOnly From, DateOnly Until);
