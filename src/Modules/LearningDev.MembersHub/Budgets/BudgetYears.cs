using LearningDev.MembersHub.Members;
using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets;

/// <summary>Says in which year's budget a day falls, and what a member is given for a year.</summary>
internal sealed class BudgetYears(PortalDb db, WorkingCalendar calendar, ISettings settings)
{
    /// <summary>The year of a day, as the settings say.</summary>
    public async Task<NamedYear> OfAsync(DateOnly day, CancellationToken cancellation) =>
        (await settings.GetAsync<MemberBudgetSettings>(cancellation)).Year == BudgetYear.Municipal
            ? await calendar.MunicipalYearAsync(day, cancellation) : await calendar.FinancialYearAsync(day, cancellation);

    /// <summary>The year of today.</summary>
    public async Task<NamedYear> CurrentAsync(CancellationToken cancellation) => await OfAsync(await calendar.TodayAsync(), cancellation);

    /// <summary>The years with budgets and the current one, the newest first.</summary>
    public async Task<IReadOnlyList<NamedYear>> AllAsync(CancellationToken cancellation)
    {
        var current = await CurrentAsync(cancellation);
        var known = await db.MemberBudgets.Select(row => new { row.YearStart, row.YearEnd }).Distinct().ToListAsync(cancellation);
        return [.. known.Select(year => new NamedYear(year.YearStart, year.YearEnd)).Append(current).DistinctBy(year => year.Start).OrderByDescending(year => year.Start)];
    }

    /// <summary>What people are given for a year, in pence: those who are members on a day of it, with their names. Nobody else is in it.</summary>
    /// <param name="year">The year.</param>
    /// <param name="personId">One person; null for everybody.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyDictionary<string, (string Name, long Pence)>> AllocationsAsync(NamedYear year, string? personId, CancellationToken cancellation)
    {
        var rules = await settings.GetAsync<MemberBudgetSettings>(cancellation);
        var terms = await db.MemberTerms.AsNoTracking()
            .Where(term => (personId == null || term.PersonId == personId) && term.From <= year.End && (term.Until == null || term.Until >= year.Start)).ToListAsync(cancellation);
        return terms.Where(term => rules.CoOptedToo || term.Kind != TermKind.CoOpted).GroupBy(term => term.PersonId).ToDictionary(
            group => group.Key, group => (group.OrderByDescending(term => term.From).First().PersonName, rules.AllocationPence(year, group.Min(term => term.From))));
    }
}
