using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using LearningDev.Volunteering.Claims;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Volunteering.Managing;

/// <summary>What is asked of everybody's claims.</summary>
/// <param name="YearStart">The first day of the leave year.</param>
/// <param name="DirectorateId">The directorate; empty for all.</param>
/// <param name="State">Where the claims stand; null for all.</param>
internal sealed record ReportFilter(DateOnly YearStart, string DirectorateId, ClaimState? State);

/// <summary>Reads everybody's claims for HR, by leave year and directorate (VOL-02). Drafts are nobody's business.</summary>
internal sealed class VolunteeringReport(PortalDb db, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The most rows of a file.</summary>
    public const int MostRows = 50_000;

    /// <summary>The leave years that can be chosen: this one, and those with claims, the newest first.</summary>
    public async Task<IReadOnlyList<NamedYear>> YearsAsync(CancellationToken cancellation)
    {
        var starts = await db.VolunteeringClaims.Where(row => row.LeaveYearStart != null).Select(row => row.LeaveYearStart!.Value).Distinct().ToListAsync(cancellation);
        List<NamedYear> years = [await calendar.LeaveYearAsync(await calendar.TodayAsync(), cancellation)];
        foreach (var start in starts)
        {
            years.Add(await calendar.LeaveYearAsync(start, cancellation));
        }

        return [.. years.DistinctBy(year => year.Start).OrderByDescending(year => year.Start)];
    }

    /// <summary>The directorates by name.</summary>
    public async Task<IReadOnlyList<OrganisationUnit>> DirectoratesAsync(CancellationToken cancellation) =>
        await db.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Directorate).OrderBy(unit => unit.Name).ToListAsync(cancellation);

    /// <summary>A page of claims, by person. A page past the end is the last.</summary>
    public async Task<ReportPage> PageAsync(ReportFilter filter, int page, CancellationToken cancellation)
    {
        var size = Math.Clamp((await settings.GetAsync<SiteSettings>(cancellation)).PageSize, 5, 100);
        var units = await UnitsAsync(cancellation);
        var claims = await ClaimsAsync(filter, units, cancellation);
        var total = await claims.CountAsync(cancellation);
        var pages = Math.Max(1, (total + size - 1) / size);
        page = Math.Clamp(page, 1, pages);
        var leave = db.VolunteeringLeave;
        return new ReportPage(
            total, page, pages, await LinesAsync(claims, units, (page - 1) * size, size, cancellation),
            await claims.Where(row => row.State == ClaimState.Agreed).SumAsync(row => row.OwnMinutes, cancellation),
            await claims.Where(row => row.State == ClaimState.Agreed).SumAsync(row => row.LeaveMinutes, cancellation),
            await leave.Where(day => day.State == LeaveState.Taken && claims.Any(row => row.Id == day.ClaimId)).SumAsync(day => day.Minutes, cancellation));
    }

    /// <summary>All the claims, up to <see cref="MostRows"/>.</summary>
    public async Task<IReadOnlyList<ReportLine>> AllAsync(ReportFilter filter, CancellationToken cancellation)
    {
        var units = await UnitsAsync(cancellation);
        return await LinesAsync(await ClaimsAsync(filter, units, cancellation), units, 0, MostRows, cancellation);
    }

    private async Task<Dictionary<string, OrganisationUnit>> UnitsAsync(CancellationToken cancellation) => await db.Units.AsNoTracking().ToDictionaryAsync(unit => unit.Id, cancellation);

    private async Task<IQueryable<ClaimRow>> ClaimsAsync(ReportFilter filter, Dictionary<string, OrganisationUnit> units, CancellationToken cancellation)
    {
        var year = await calendar.LeaveYearAsync(filter.YearStart, cancellation);
        var claims = db.VolunteeringClaims.AsNoTracking().Where(row => row.State != ClaimState.Draft && row.LeaveYearStart >= year.Start && row.LeaveYearStart <= year.End);
        claims = filter.State is { } state ? claims.Where(row => row.State == state) : claims;
        if (filter.DirectorateId.Length == 0)
        {
            return claims;
        }

        List<string> ids = [.. units.Keys.Where(id => units.TopOf(id)?.Id == filter.DirectorateId)];
        return claims.Where(row => db.Users.Any(person => person.Id == row.PersonId && person.UnitId != null && ids.Contains(person.UnitId)));
    }

    private async Task<IReadOnlyList<ReportLine>> LinesAsync(IQueryable<ClaimRow> claims, Dictionary<string, OrganisationUnit> units, int skip, int take, CancellationToken cancellation)
    {
        var leave = db.VolunteeringLeave;
        var rows = await claims.OrderBy(row => row.PersonName).ThenBy(row => row.SentUtc).ThenBy(row => row.Id).Skip(skip).Take(take)
            .Select(row => new
            {
                row.Id,
                row.PersonName,
                row.Organisation,
                row.State,
                row.OwnMinutes,
                row.LeaveMinutes,
                Taken = leave.Where(day => day.ClaimId == row.Id && day.State == LeaveState.Taken).Sum(day => day.Minutes),
                UnitId = db.Users.Where(person => person.Id == row.PersonId).Select(person => person.UnitId).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new ReportLine(
                row.Id, row.PersonName, units.TopOf(row.UnitId)?.Name ?? "", row.Organisation, row.State, row.OwnMinutes, row.LeaveMinutes, row.Taken)),
        ];
    }
}

/// <summary>A page of everybody's claims.</summary>
/// <param name="Total">How many claims there are.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Lines">The claims of the page.</param>
/// <param name="OwnMinutes">The own time of all the agreed ones, in minutes.</param>
/// <param name="AgreedMinutes">The leave of all the agreed ones.</param>
/// <param name="TakenMinutes">The leave that was taken for all of them.</param>
internal sealed record ReportPage(int Total, int Page, int Pages, IReadOnlyList<ReportLine> Lines, int OwnMinutes, int AgreedMinutes, int TakenMinutes);

/// <summary>A claim in the report, with times in minutes.</summary>
internal sealed record ReportLine(string Id, string Person, string Directorate, string Organisation, ClaimState State, int OwnMinutes, int LeaveMinutes, int TakenMinutes);
