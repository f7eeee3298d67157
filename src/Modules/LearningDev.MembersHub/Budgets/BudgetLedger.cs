using LearningDev.Platform.Calendar;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.MembersHub.Budgets;

/// <summary>Who allows that more is used than allocated, and why.</summary>
internal sealed record OverrideGrant(string ApproverId, string ApproverName, string Reason);

/// <summary>What came of a movement.</summary>
/// <param name="IsDone">False when it was refused and nothing was written.</param>
/// <param name="NeedsOverride">What it would need to be allowed over the budget, in pence; 0 when that is not why it was refused.</param>
/// <param name="Balance">The balance afterwards.</param>
internal sealed record LedgerResult(bool IsDone, long NeedsOverride, Balance Balance);

/// <summary>
/// Writes the movements of members' budgets (MEM-04), in the caller's transaction. Those who move one budget at the same moment wait for each other. Nothing is ever changed or
/// removed: what was wrong is put right by another movement.
/// </summary>
internal sealed class BudgetLedger(PortalDb db, BudgetYears years, IEvents events, CurrentPerson person, TimeProvider time)
{
    /// <summary>The budget of a person and year, which is opened with its allocation when there is none yet.</summary>
    /// <returns>Null when the person is no member in that year.</returns>
    public async Task<BudgetRow?> OpenAsync(string personId, NamedYear year, CancellationToken cancellation)
    {
        await db.TakeTurnsAsync($"members-budget:{personId}", cancellation);
        if (await FindAsync(personId, year, cancellation) is { } row)
        {
            return row;
        }

        if (!(await years.AllocationsAsync(year, personId, cancellation)).TryGetValue(personId, out var given))
        {
            return null;
        }

        row = new BudgetRow { PersonId = personId, PersonName = given.Name, YearStart = year.Start, YearEnd = year.End };
        db.Add(row);
        Write(row, [new Movement(EntryKind.Allocated, given.Pence)], null, $"Allocation for {year.Name}", null);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberBudgetOpened(personId, row.PersonName, year.Name, given.Pence), cancellation);
        return row;
    }

    /// <summary>Changes an allocation.</summary>
    /// <param name="row">The budget, as <see cref="OpenAsync"/> gave it in this transaction.</param>
    /// <param name="pence">How much more; less than nothing to take some back, which must be left.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<LedgerResult> AdjustAsync(BudgetRow row, long pence, string reason, CancellationToken cancellation)
    {
        if (!row.Balance.CanAdjust(pence))
        {
            return new LedgerResult(IsDone: false, 0, row.Balance);
        }

        Write(row, [new Movement(EntryKind.Adjusted, pence)], null, reason, null);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberBudgetAdjusted(row.PersonId, row.PersonName, NameOf(row), pence, reason), cancellation);
        return new LedgerResult(IsDone: true, 0, row.Balance);
    }

    /// <summary>Sets an amount aside for a request; once only.</summary>
    /// <param name="row">The budget, as <see cref="OpenAsync"/> gave it in this transaction.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="pence">The amount; more than 0.</param>
    /// <param name="reason">What it is for.</param>
    /// <param name="grant">Who allows it over the budget; null when nobody has.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<LedgerResult> CommitAsync(BudgetRow row, string requestId, long pence, string reason, OverrideGrant? grant, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pence);
        if (await OpenCommitmentAsync(row.Id, requestId, cancellation) > 0)
        {
            return new LedgerResult(IsDone: true, 0, row.Balance);
        }

        var over = row.Balance.OverrideFor(pence);
        if (over > 0 && grant is null)
        {
            return new LedgerResult(IsDone: false, over, row.Balance);
        }

        Write(row, [new Movement(EntryKind.Committed, pence)], requestId, reason, grant);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberBudgetCommitted(row.PersonId, row.PersonName, NameOf(row), requestId, pence, over, over > 0 ? grant!.Reason : ""), cancellation);
        return new LedgerResult(IsDone: true, 0, row.Balance);
    }

    /// <summary>Pays an invoice of a request. What is left of what was set aside is free again; what is more than that needs to fit, or an override.</summary>
    /// <returns>Not done when nothing is set aside for the request, or when it does not fit and nobody has allowed it.</returns>
    public async Task<LedgerResult> SpendAsync(string requestId, long invoice, string reason, OverrideGrant? grant, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(invoice);
        if (await OfRequestAsync(requestId, cancellation) is not { } row || await OpenCommitmentAsync(row.Id, requestId, cancellation) is not (> 0 and var open))
        {
            return new LedgerResult(IsDone: false, 0, default);
        }

        var over = row.Balance.OverrideFor(Math.Max(0, invoice - open));
        if (over > 0 && grant is null)
        {
            return new LedgerResult(IsDone: false, over, row.Balance);
        }

        Write(row, Balance.Invoice(open, invoice), requestId, reason, grant);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberBudgetSpent(row.PersonId, row.PersonName, NameOf(row), requestId, invoice, over, over > 0 ? grant!.Reason : reason), cancellation);
        return new LedgerResult(IsDone: true, 0, row.Balance);
    }

    /// <summary>Frees what is set aside for a request, because it was withdrawn or cancelled.</summary>
    /// <returns>How much is free again, in pence; 0 when nothing was set aside.</returns>
    public async Task<long> ReleaseAsync(string requestId, string reason, CancellationToken cancellation)
    {
        if (await OfRequestAsync(requestId, cancellation) is not { } row || await OpenCommitmentAsync(row.Id, requestId, cancellation) is not (> 0 and var open))
        {
            return 0;
        }

        Write(row, [new Movement(EntryKind.Released, open)], requestId, reason, null);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MemberBudgetReleased(row.PersonId, row.PersonName, NameOf(row), requestId, open, reason), cancellation);
        return open;
    }

    private static string NameOf(BudgetRow row) => new NamedYear(row.YearStart, row.YearEnd).Name;

    private async Task<BudgetRow?> FindAsync(string personId, NamedYear year, CancellationToken cancellation)
    {
        var row = await db.MemberBudgets.SingleOrDefaultAsync(one => one.PersonId == personId && one.YearStart == year.Start, cancellation);
        if (row is not null)
        {
            // What this context read before it was its turn may be old.
            await db.Entry(row).ReloadAsync(cancellation);
        }

        return row;
    }

    private async Task<BudgetRow?> OfRequestAsync(string requestId, CancellationToken cancellation)
    {
        var found = await (
            from entry in db.MemberBudgetEntries
            join budget in db.MemberBudgets on entry.BudgetId equals budget.Id
            where entry.RequestId == requestId
            select new { budget.PersonId, budget.YearStart, budget.YearEnd }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        await db.TakeTurnsAsync($"members-budget:{found.PersonId}", cancellation);
        return await FindAsync(found.PersonId, new NamedYear(found.YearStart, found.YearEnd), cancellation);
    }

    private async Task<long> OpenCommitmentAsync(string budgetId, string requestId, CancellationToken cancellation) =>
        default(Balance).After(
            (await db.MemberBudgetEntries.AsNoTracking().Where(entry => entry.BudgetId == budgetId && entry.RequestId == requestId)
                .Select(entry => new { entry.Kind, entry.Pence }).ToListAsync(cancellation)).Select(entry => new Movement(entry.Kind, entry.Pence))).Committed;

    private void Write(BudgetRow row, IEnumerable<Movement> movements, string? requestId, string reason, OverrideGrant? grant)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var balance = row.Balance;
        foreach (var movement in movements)
        {
            balance = balance.After(movement);
            db.Add(new BudgetEntry
            {
                BudgetId = row.Id,
                Number = ++row.Entries,
                Kind = movement.Kind,
                Pence = movement.Pence,
                RequestId = requestId,
                Reason = reason,
                ById = person.Id,
                ByName = person.Name,
                AtUtc = now,
            });
        }

        var change = balance.Over - row.Overridden;
        if (change != 0)
        {
            db.Add(new BudgetOverride
            {
                BudgetId = row.Id,
                RequestId = requestId,
                Pence = change,
                Reason = change > 0 ? grant!.Reason : "Needed no longer",
                ApproverId = change > 0 ? grant!.ApproverId : null,
                ApproverName = change > 0 ? grant!.ApproverName : person.Name,
                AtUtc = now,
            });
        }

        (row.Allocated, row.Committed, row.Spent, row.Overridden) = (balance.Allocated, balance.Committed, balance.Spent, balance.Over);
    }
}
