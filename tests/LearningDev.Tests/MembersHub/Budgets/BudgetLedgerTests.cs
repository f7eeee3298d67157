using LearningDev.MembersHub.Budgets;
using LearningDev.Platform.Data;
using LearningDev.Tests.Catalogue.Saving;
using LearningDev.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.MembersHub.Budgets;

[Requirement("MEM-04")]
public class BudgetLedgerTests(BudgetPortal portal) : IClassFixture<BudgetPortal>
{
    private static readonly OverrideGrant Allowed = new("head", "Imogen Fairweather", "It is needed for the role");

    [Fact]
    public async Task Commit_TwoHundredAtOnce_NeverMoreThanTheAllocation()
    {
        var outcomes = new System.Collections.Concurrent.ConcurrentBag<LedgerResult>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 25 },
            async (number, _) => outcomes.Add(await portal.CommitAsync("cllr.blessing.eze", $"at-once-{number}", 1_100 + number)));

        var budget = await portal.BudgetAsync("cllr.blessing.eze");
        var entries = await portal.EntriesAsync("cllr.blessing.eze");
        budget.Balance.ShouldBe(default(Balance).After(entries.Select(entry => new Movement(entry.Kind, entry.Pence))));
        budget.Committed.ShouldBeLessThanOrEqualTo(budget.Allocated);
        budget.Overridden.ShouldBe(0);
        // What did not fit is more than what is left.
        outcomes.Where(outcome => !outcome.IsDone).ShouldAllBe(outcome => outcome.NeedsOverride > 0);
        outcomes.Count(outcome => outcome.IsDone).ShouldBe(entries.Count - 1);
        entries.Select(entry => entry.Number).ShouldBe(Enumerable.Range(1, entries.Count));
    }

    [Fact]
    public async Task Commit_OverTheBudget_NeedsAnOverrideThatGoesWhenItIsNeededNoLonger()
    {
        (await portal.CommitAsync("councillor", "first", 40_000)).IsDone.ShouldBeTrue();
        (await portal.CommitAsync("councillor", "second", 15_000)).ShouldBe(new LedgerResult(IsDone: false, 5_000, new Balance(50_000, 40_000, 0)));
        (await portal.CommitAsync("councillor", "second", 15_000, Allowed)).IsDone.ShouldBeTrue();
        (await portal.BudgetAsync("councillor")).Overridden.ShouldBe(5_000);
        // Another one needs an override of its own.
        (await portal.CommitAsync("councillor", "third", 1)).NeedsOverride.ShouldBe(1);
        // A double click sets nothing aside twice.
        (await portal.CommitAsync("councillor", "second", 15_000)).IsDone.ShouldBeTrue();

        (await portal.LedgerAsync("councillor", (ledger, _) => ledger.ReleaseAsync("first", "It was cancelled", CancellationToken.None))).ShouldBe(40_000);
        (await portal.LedgerAsync("councillor", (ledger, _) => ledger.ReleaseAsync("first", "It was cancelled", CancellationToken.None))).ShouldBe(0);

        var budget = await portal.BudgetAsync("councillor");
        (budget.Committed, budget.Overridden, budget.Balance.Left).ShouldBe((15_000, 0, 35_000));
        (await portal.ReadAsync(db => db.MemberBudgetOverrides.Where(one => one.BudgetId == budget.Id).OrderBy(one => one.Pence).Select(one => one.Pence).ToListAsync())).ShouldBe([-5_000, 5_000]);
    }

    [Fact]
    public async Task Spend_InvoiceLowerOrHigher_ReleasesTheRestOrNeedsAnOverride()
    {
        const string member = "cllr.judith.penrose";
        await portal.CommitAsync(member, "lower", 20_000);
        (await SpendAsync(member, "lower", 18_000, null)).Balance.ShouldBe(new Balance(50_000, 0, 18_000));
        await portal.CommitAsync(member, "higher", 30_000);
        (await SpendAsync(member, "higher", 33_000, null)).NeedsOverride.ShouldBe(1_000);
        (await SpendAsync(member, "higher", 33_000, Allowed)).Balance.ShouldBe(new Balance(50_000, 0, 51_000));
        (await portal.BudgetAsync(member)).Overridden.ShouldBe(1_000);
        // It is paid, so nothing is set aside for it any more.
        (await SpendAsync(member, "higher", 100, Allowed)).IsDone.ShouldBeFalse();
        (await portal.EntriesAsync(member)).Select(entry => entry.Kind).ShouldBe(
            [EntryKind.Allocated, EntryKind.Committed, EntryKind.Spent, EntryKind.Released, EntryKind.Committed, EntryKind.Committed, EntryKind.Spent]);
    }

    [Theory]
    [InlineData("UPDATE members_budget SET committed = 50001 WHERE person_id = {0}")]
    [InlineData("UPDATE members_budget SET spent = -1 WHERE person_id = {0}")]
    [InlineData("INSERT INTO members_budget_entry (id, budget_id, number, kind, pence, request_id, reason, by_name, at_utc) SELECT 'bad', id, 900, 'Committed', -5, 'r', 'x', 'y', '2026-12-01 00:00:00' FROM members_budget WHERE person_id = {0}")]
    [InlineData("INSERT INTO members_budget_entry (id, budget_id, number, kind, pence, request_id, reason, by_name, at_utc) SELECT 'bad', id, 901, 'Committed', 5, NULL, 'x', 'y', '2026-12-01 00:00:00' FROM members_budget WHERE person_id = {0}")]
    [InlineData("INSERT INTO members_budget_entry (id, budget_id, number, kind, pence, request_id, reason, by_name, at_utc) SELECT 'bad', id, 1, 'Adjusted', 5, NULL, 'x', 'y', '2026-12-01 00:00:00' FROM members_budget WHERE person_id = {0}")]
    [InlineData("INSERT INTO members_budget_override (id, budget_id, pence, reason, approver_name, at_utc) SELECT 'bad', id, 5, 'x', 'y', '2026-12-01 00:00:00' FROM members_budget WHERE person_id = {0}")]
    public async Task Database_WhatTheRulesForbid_IsRefused(string sql)
    {
        const string member = "coopted.lena.fischer";
        await portal.LedgerAsync(member, (_, row) => Task.FromResult(row.Allocated));
        var id = await portal.PersonIdAsync(member);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => portal.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql, id)));
    }

    [Fact]
    public async Task Open_NoMember_IsNothing()
    {
        var id = await portal.PersonIdAsync("employee");
        await using var scope = portal.Scope();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
        (await scope.ServiceProvider.GetRequiredService<BudgetLedger>().OpenAsync(id, BudgetPages.Year, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Job_NewYear_OpensEveryMembersBudgetOnce()
    {
        for (var round = 0; round < 2; round++)
        {
            await using var scope = portal.Scope();
            var words = await scope.ServiceProvider.GetRequiredService<OpenBudgetsJob>().RunAsync(CancellationToken.None);
            if (round == 1)
            {
                words.ShouldBeEmpty();
            }
        }

        (await portal.ReadAsync(db => db.MemberBudgets.CountAsync(row => row.YearStart == BudgetPages.Year.Start))).ShouldBe(7);
        (await portal.BudgetAsync("cllr.martin.stubbs")).Allocated.ShouldBe(24_932);
    }

    private Task<LedgerResult> SpendAsync(string member, string request, long pence, OverrideGrant? grant) =>
        portal.LedgerAsync(member, (ledger, _) => ledger.SpendAsync(request, pence, "Invoice 12", grant, CancellationToken.None));
}
