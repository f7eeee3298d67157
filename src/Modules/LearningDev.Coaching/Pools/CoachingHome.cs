using LearningDev.Coaching.Coaches;
using LearningDev.Coaching.Requests;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Pools;

/// <summary>Reads what the room of coaching shows to somebody: their pools, their coaching and their requests.</summary>
internal sealed class CoachingHome(PortalDb db, PoolReader pools, CoachesInView inView, IPartnerships partnerships, WorkingCalendar calendar, ISettings settings, CurrentPerson person)
{
    /// <param name="page">The page of the requests, from 1. A page past the end is the last.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<HomeView> ReadAsync(int page, CancellationToken cancellation)
    {
        var own = await pools.OwnAsync(cancellation);
        var (found, values) = (await inView.QueryAsync(cancellation), db.CoachValues);
        var counts = await values.Where(value => value.Kind == CoachValueKind.Pool && found.Any(coach => coach.Id == value.CoachId))
            .GroupBy(value => value.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);

        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var requests = db.CoachingRequests.AsNoTracking().Where(row => row.PersonId == person.Id);
        var total = await requests.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var rows = await requests.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation);

        return new HomeView(
            [.. own.Select(pool => new HomePool(pool, counts.GetValueOrDefault(pool.Id)))], await TogetherAsync(cancellation), rows, total, page, pages,
            await db.Coaches.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == person.Id, cancellation));
    }

    private async Task<IReadOnlyList<HomePartnership>> TogetherAsync(CancellationToken cancellation)
    {
        var mine = await partnerships.OfAsync(person.Id!, CoachingModule.Kind, cancellation);
        List<string> others = [.. mine.Select(one => one.GuideId == person.Id ? one.LearnerId : one.GuideId).Distinct()];
        var today = await calendar.TodayAsync();
        var people = await db.Users.AsNoTracking().Where(one => others.Contains(one.Id)).Select(one => new { one.Id, one.GivenName, one.FamilyName, one.LeavesOn }).ToListAsync(cancellation);
        var names = people.ToDictionary(one => one.Id, one => $"{one.GivenName} {one.FamilyName}".Trim() + (one.LeavesOn < today ? " (has left)" : ""));
        return
        [
            .. mine.Select(one => (Facts: one, IsCoach: one.GuideId == person.Id))
                .Select(one => new HomePartnership(one.Facts, one.IsCoach, names.GetValueOrDefault(one.IsCoach ? one.Facts.LearnerId : one.Facts.GuideId, "Somebody who has left"))),
        ];
    }
}

/// <summary>What the room of coaching shows.</summary>
/// <param name="Pools">The pools in which the person may ask.</param>
/// <param name="Together">Their coaching, the newest first.</param>
/// <param name="Requests">A page of their requests, the newest first.</param>
/// <param name="Total">How many requests there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageCount">How many pages there are, at least 1.</param>
/// <param name="Coach">Their own coach profile; null for none.</param>
internal sealed record HomeView(
    IReadOnlyList<HomePool> Pools, IReadOnlyList<HomePartnership> Together, IReadOnlyList<RequestRow> Requests, int Total, int Page, int PageCount, CoachRow? Coach);

/// <summary>A pool with how many of its coaches can be found.</summary>
internal sealed record HomePool(Pool Pool, int Coaches);

/// <summary>A coaching of the person, with the other's name.</summary>
internal sealed record HomePartnership(PartnershipFacts Facts, bool IsCoach, string Other)
{
    public bool IsOpen => Facts.State != PartnershipState.Closed;

    public string State => Facts.State switch
    {
        PartnershipState.Chemistry => "You meet once to see whether it suits you",
        PartnershipState.Signing => "The agreement waits for signatures",
        PartnershipState.Active => "You meet",
        _ => "Has ended",
    };
}
