using LearningDev.Platform.Data;
using LearningDev.Platform.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets;

/// <summary>Opens the budgets of the year for members who have none yet.</summary>
internal sealed class OpenBudgetsJob(PortalDb db, BudgetYears years, BudgetLedger ledger) : IScheduledJob
{
    public static readonly JobManifest Manifest = new("Member budgets", "Gives members their training budgets when a year begins, and new members theirs.", "0 35 1 * * ?");

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var year = await years.CurrentAsync(cancellation);
        var has = (await db.MemberBudgets.Where(row => row.YearStart == year.Start).Select(row => row.PersonId).ToListAsync(cancellation)).ToHashSet();
        var opened = 0;
        foreach (var personId in (await years.AllocationsAsync(year, null, cancellation)).Keys.Where(id => !has.Contains(id)).Order(StringComparer.Ordinal))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            opened += await ledger.OpenAsync(personId, year, cancellation) is null ? 0 : 1;
            await transaction.CommitAsync(CancellationToken.None);
        }

        return opened == 0 ? "" : $"{opened:#,0} {(opened == 1 ? "budget" : "budgets")} opened";
    }
}
