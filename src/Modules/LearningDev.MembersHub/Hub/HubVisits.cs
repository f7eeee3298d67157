using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Hub;

/// <summary>
/// Notes visits of the hub, so that it can say what is new since the last. A visit begins when the hub has not been looked at for half an hour. It is no act, so it
/// is not in the audit.
/// </summary>
internal sealed class HubVisits(PortalDb db, CurrentPerson person, TimeProvider time)
{
    /// <summary>How long the hub is not looked at before another visit begins.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    // Pages that follow each other at once write nothing.
    private static readonly TimeSpan Exactness = TimeSpan.FromMinutes(1);

    /// <summary>Notes that the current person looks at the hub.</summary>
    /// <returns>When the visit before this one ended; null for the first visit.</returns>
    public async Task<DateTime?> TouchAsync(CancellationToken cancellation)
    {
        if (person.Id is not { } id)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var own = db.Set<HubVisit>().Where(visit => visit.PersonId == id);
        if (await own.AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } visit)
        {
            // Two first pages at once: one of them is there already.
            await db.Database.ExecuteSqlAsync($"insert into members_visit (person_id, seen_utc) values ({id}, {now}) on conflict do nothing", cancellation);
            return null;
        }

        var quiet = now - visit.SeenUtc;
        if (quiet < Exactness)
        {
            return visit.BeforeUtc;
        }

        // The condition lets one of two pages that come at once begin the visit.
        var before = quiet >= Quiet ? visit.SeenUtc : visit.BeforeUtc;
        await own.Where(row => row.SeenUtc == visit.SeenUtc)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.SeenUtc, now).SetProperty(one => one.BeforeUtc, before), cancellation);
        return before;
    }
}
