using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Coaching.Coaches;

/// <summary>The coaches that people can find: approved, taking people on, with supervision and a qualification that hold, and at work (COA-01).</summary>
internal sealed class CoachesInView(PortalDb db, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>All of them, not followed for changes.</summary>
    public async Task<IQueryable<CoachRow>> QueryAsync(CancellationToken cancellation)
    {
        var today = await calendar.TodayAsync();
        return db.Coaches.AsNoTracking()
            .Where(row => row.State == CoachState.Approved && !row.IsPaused)
            .Where(Standing.Holds(today, (await settings.GetAsync<CoachingSettings>(cancellation)).SupervisionMonths))
            .Where(row => db.Users.Any(person => person.Id == row.PersonId && person.DisabledUtc == null
                && (person.StartsOn == null || person.StartsOn <= today) && (person.LeavesOn == null || person.LeavesOn >= today)));
    }

    /// <summary>Those of them who coach in a pool.</summary>
    public async Task<IQueryable<CoachRow>> InPoolAsync(string poolId, CancellationToken cancellation)
    {
        var values = db.CoachValues;
        return (await QueryAsync(cancellation)).Where(row => values.Any(value => value.CoachId == row.Id && value.Kind == CoachValueKind.Pool && value.Value == poolId));
    }
}
