using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets.Managing;

/// <summary>A member's budget in the list of all.</summary>
internal sealed record BudgetLine(string PersonId, string Name, Balance Balance);

/// <summary>The budgets of a year with their sums.</summary>
/// <param name="Lines">Everybody's, by name.</param>
/// <param name="Sum">What they come to.</param>
/// <param name="Over">What was allowed over the budgets.</param>
/// <param name="Whole">The council's whole member training budget, in pence; 0 when it is not set.</param>
internal sealed record BudgetSheet(IReadOnlyList<BudgetLine> Lines, Balance Sum, long Over, long Whole);

/// <summary>Reads all members' budgets of a year for Democratic Services, those that are not opened yet with what will be allocated.</summary>
internal sealed class AllBudgets(PortalDb db, BudgetYears years, Colleagues colleagues, ISettings settings)
{
    public async Task<BudgetSheet> ReadAsync(NamedYear year, CancellationToken cancellation)
    {
        var rows = await db.MemberBudgets.AsNoTracking().Where(row => row.YearStart == year.Start).ToListAsync(cancellation);
        var opened = rows.Select(row => row.PersonId).ToHashSet();
        var isCurrent = (await years.CurrentAsync(cancellation)).Start == year.Start;
        var waiting = isCurrent ? (await years.AllocationsAsync(year, null, cancellation)).Where(given => !opened.Contains(given.Key)).ToList() : [];
        List<BudgetLine> lines =
        [
            .. rows.Select(row => new BudgetLine(row.PersonId, row.PersonName, row.Balance)),
            .. waiting.Select(given => new BudgetLine(given.Key, given.Value.Name, new Balance(given.Value.Pence, 0, 0))),
        ];
        var there = (await colleagues.FindAllAsync([.. lines.Select(line => line.PersonId)], cancellation)).Select(one => one.Id).ToHashSet();
        lines = [.. lines.Select(line => there.Contains(line.PersonId) ? line : line with { Name = $"{line.Name} (has left)" })
            .OrderBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(line => line.PersonId, StringComparer.Ordinal)];
        return new BudgetSheet(
            lines,
            new Balance(lines.Sum(line => line.Balance.Allocated), lines.Sum(line => line.Balance.Committed), lines.Sum(line => line.Balance.Spent)),
            lines.Sum(line => line.Balance.Over),
            Pence.Of((await settings.GetAsync<MemberBudgetSettings>(cancellation)).WholeBudget));
    }
}
