using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Claims;

/// <summary>Counts what people have in leave years.</summary>
internal sealed class Balances(PortalDb db, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>What somebody has in a leave year.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="year">The leave year.</param>
    /// <param name="without">A claim that is left out; null for none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Balance> OfAsync(string personId, NamedYear year, string? without, CancellationToken cancellation)
    {
        var person = await db.Users.Where(one => one.Id == personId).Select(one => new { one.FullTimeFraction, one.StartsOn, one.LeavesOn }).SingleAsync(cancellation);
        var rules = await settings.GetAsync<VolunteeringSettings>(cancellation);
        return Balance.Of(
            year, Allowance.Of(rules, year, person.FullTimeFraction, person.StartsOn, person.LeavesOn),
            (await ClaimsAsync(personId, cancellation)).Where(claim => claim.Id != without && year.Contains(claim.Year)).Select(claim => claim.Claim));
    }

    /// <summary>What somebody has in this leave year and in those others in which they have claimed, the newest first.</summary>
    public async Task<IReadOnlyList<Balance>> AllAsync(string personId, CancellationToken cancellation)
    {
        var person = await db.Users.Where(one => one.Id == personId).Select(one => new { one.FullTimeFraction, one.StartsOn, one.LeavesOn }).SingleAsync(cancellation);
        var rules = await settings.GetAsync<VolunteeringSettings>(cancellation);
        var claims = await ClaimsAsync(personId, cancellation);
        List<NamedYear> years = [await calendar.LeaveYearAsync(await calendar.TodayAsync(), cancellation)];
        foreach (var claim in claims.Where(claim => !years.Exists(year => year.Contains(claim.Year))))
        {
            years.Add(await calendar.LeaveYearAsync(claim.Year, cancellation));
        }

        return
        [
            .. years.DistinctBy(year => year.Start).OrderByDescending(year => year.Start).Select(year => Balance.Of(
                year, Allowance.Of(rules, year, person.FullTimeFraction, person.StartsOn, person.LeavesOn), claims.Where(claim => year.Contains(claim.Year)).Select(claim => claim.Claim))),
        ];
    }

    private async Task<List<(string Id, DateOnly Year, CountedClaim Claim)>> ClaimsAsync(string personId, CancellationToken cancellation)
    {
        var leave = db.VolunteeringLeave;
        var rows = await db.VolunteeringClaims.Where(row => row.PersonId == personId && row.LeaveYearStart != null)
            .Select(row => new
            {
                row.Id,
                row.LeaveYearStart,
                row.State,
                row.OwnMinutes,
                row.LeaveMinutes,
                Taken = leave.Where(day => day.ClaimId == row.Id && day.State == LeaveState.Taken).Sum(day => day.Minutes),
            })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => (row.Id, row.LeaveYearStart!.Value, new CountedClaim(row.State, row.OwnMinutes, row.LeaveMinutes, row.Taken)))];
    }
}
