using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets;

/// <summary>A movement as people read it.</summary>
internal sealed record MovementView(string What, string Reason, string Amount, string By, string On);

/// <summary>A table of movements.</summary>
internal sealed record MovementTable(string Caption, IReadOnlyList<MovementView> Rows);

/// <summary>A member's budget of a year as people read it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Balance">The balance, or what would be allocated.</param>
/// <param name="Movements">Every movement, the last first.</param>
/// <param name="Overrides">What was allowed over the budget, and what of that is needed no longer.</param>
internal sealed record BudgetView(NamedYear Year, Balance Balance, IReadOnlyList<MovementView> Movements, IReadOnlyList<MovementView> Overrides);

/// <summary>Reads a member's budgets.</summary>
internal sealed class BudgetReading(PortalDb db, BudgetYears years, Colleagues colleagues, DateWords dates)
{
    /// <summary>The balance of a person in a year, opened or not; null when they have no budget in it.</summary>
    public async Task<Balance?> BalanceAsync(string personId, NamedYear year, CancellationToken cancellation)
    {
        if (await db.MemberBudgets.AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == personId && row.YearStart == year.Start, cancellation) is { } row)
        {
            return row.Balance;
        }

        return (await years.AllocationsAsync(year, personId, cancellation)).TryGetValue(personId, out var given) ? new Balance(given.Pence, 0, 0) : null;
    }

    /// <summary>The years in which a person has a budget, the newest first.</summary>
    public async Task<IReadOnlyList<NamedYear>> YearsOfAsync(string personId, CancellationToken cancellation)
    {
        var current = await years.CurrentAsync(cancellation);
        var known = await db.MemberBudgets.Where(row => row.PersonId == personId).Select(row => new { row.YearStart, row.YearEnd }).ToListAsync(cancellation);
        List<NamedYear> all = [.. known.Select(year => new NamedYear(year.YearStart, year.YearEnd))];
        if (all.TrueForAll(year => year.Start != current.Start) && await BalanceAsync(personId, current, cancellation) is not null)
        {
            all.Add(current);
        }

        return [.. all.OrderByDescending(year => year.Start)];
    }

    /// <summary>A budget with all its movements; null when the person has none in the year.</summary>
    public async Task<BudgetView?> FindAsync(string personId, NamedYear year, CancellationToken cancellation)
    {
        if (await BalanceAsync(personId, year, cancellation) is not { } balance)
        {
            return null;
        }

        var budget = await db.MemberBudgets.Where(row => row.PersonId == personId && row.YearStart == year.Start).Select(row => row.Id).SingleOrDefaultAsync(cancellation);
        var entries = await db.MemberBudgetEntries.AsNoTracking().Where(entry => entry.BudgetId == budget).OrderByDescending(entry => entry.Number).ToListAsync(cancellation);
        var overrides = await db.MemberBudgetOverrides.AsNoTracking().Where(one => one.BudgetId == budget).OrderByDescending(one => one.AtUtc).ThenBy(one => one.Id).ToListAsync(cancellation);
        List<string> ids = [.. entries.Select(entry => entry.ById).Concat(overrides.Select(one => one.ApproverId)).OfType<string>().Distinct()];
        var there = (await colleagues.FindAllAsync(ids, cancellation)).Select(one => one.Id).ToHashSet();
        List<MovementView> movements = [];
        foreach (var entry in entries)
        {
            movements.Add(new MovementView(
                Words(entry.Kind), entry.Reason, Pence.Words(entry.Pence), Who(entry.ById, entry.ByName, there), await dates.DayAsync(entry.AtUtc)));
        }

        List<MovementView> allowed = [];
        foreach (var one in overrides)
        {
            allowed.Add(new MovementView(
                one.Pence > 0 ? "Allowed over the budget" : "Needed no longer", one.Reason, Pence.Words(Math.Abs(one.Pence)), Who(one.ApproverId, one.ApproverName, there), await dates.DayAsync(one.AtUtc)));
        }

        return new BudgetView(year, balance, movements, allowed);
    }

    /// <summary>What a movement is called.</summary>
    public static string Words(EntryKind kind) => kind switch
    {
        EntryKind.Allocated => "Allocated",
        EntryKind.Adjusted => "Adjusted",
        EntryKind.Committed => "Committed",
        EntryKind.Spent => "Spent",
        _ => "Released",
    };

    private static string Who(string? id, string name, HashSet<string> there) => id is null || there.Contains(id) ? name : $"{name} (has left)";
}
