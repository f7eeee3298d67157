using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Notifications.Digest;

/// <summary>
/// Sends each person who wants one email a day what was kept for it. A person's letter and the note that it was sent are one transaction, and the letter's key is the person's and
/// the day's: a run that is ended in the middle goes on with the rest, and two runs at a time send one letter.
/// </summary>
internal sealed class DigestJob(PortalDb db, NotificationComposer composer, NotificationPost post, NotificationClock clock, TimeProvider time) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Notification digests", "Sends what was kept for the daily emails of people who want one a day.", "0 0/10 * * * ?");

    private const int PeopleAtOnce = 100;

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = await clock.TodayAsync();
        var (sent, last) = (0, "");
        while (true)
        {
            var after = last;
            var ids = await db.Set<PersonNotification>().Where(row => row.DigestDueUtc <= now && row.PersonId.CompareTo(after) > 0)
                .Select(row => row.PersonId).Distinct().OrderBy(id => id).Take(PeopleAtOnce).ToListAsync(cancellation);
            if (ids.Count == 0)
            {
                return sent == 0 ? "" : $"{sent} {(sent == 1 ? "digest" : "digests")} sent";
            }

            sent += await SendAsync(ids, now, today, cancellation);
            last = ids[^1];
        }
    }

    private async Task<int> SendAsync(List<string> ids, DateTime now, DateOnly today, CancellationToken cancellation)
    {
        var people = await (
            from person in db.Users.AsNoTracking()
            where ids.Contains(person.Id) && person.DisabledUtc == null && (person.LeavesOn == null || person.LeavesOn >= today)
            select new { person.Id, person.GivenName, person.FamilyName, person.Email }).ToDictionaryAsync(person => person.Id, cancellation);
        var hours = await db.Set<NotificationPreference>().Where(row => ids.Contains(row.PersonId)).ToDictionaryAsync(row => row.PersonId, row => row.DigestHour, cancellation);
        var sent = 0;
        foreach (var id in ids)
        {
            var person = people.GetValueOrDefault(id);
            sent += await SendAsync(
                new Recipient(id, person?.GivenName ?? "", person?.FamilyName ?? "", person?.Email ?? "", "", hours.GetValueOrDefault(id), new HashSet<NotificationChannel>()), now, today, cancellation) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendAsync(Recipient person, DateTime now, DateOnly today, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var rows = await db.Set<PersonNotification>().AsNoTracking().Where(row => row.PersonId == person.Id && row.DigestDueUtc <= now)
            .OrderBy(row => row.CreatedUtc).ThenBy(row => row.Id).ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return false;
        }

        var ids = rows.ConvertAll(row => row.Id);
        var isSent = person.Email.Length > 0
            && await post.SendAfterQuietHoursAsync([(await composer.DigestAsync(person, rows, cancellation), $"notification-digest:{person.Id}:{today:yyyy-MM-dd}")], cancellation) > 0;
        // Who has had today's digest, because they have chosen another hour since, gets these with tomorrow's. Who has no address any more, or has left, does not get them.
        DateTime? due = !isSent && person.Email.Length > 0 ? await clock.NextDigestAsync(person.DigestHour ?? 0, now) : null;
        await db.Set<PersonNotification>().Where(row => ids.Contains(row.Id) && row.DigestDueUtc <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(x => x.DigestDueUtc, due), cancellation);
        await transaction.CommitAsync(cancellation);
        return isSent;
    }
}
