using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Audit.Chain;

[Requirement("ADM-03")]
public class AuditChainTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Commit_ManyAtOnce_MakesOneChainWithoutGaps()
    {
        var before = await portal.RowsAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; number < 10; number++)
            {
                await WriteAsync(writer, number);
            }
        })));

        var rows = await portal.RowsAsync();
        rows.Count.ShouldBe(before.Count + 160);
        rows.Skip(before.Count).Select(row => row.Id).ShouldBe(Enumerable.Range(1, 160).Select(number => before[^1].Id + number));
        (await portal.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Commit_TransactionsEndOtherwiseThanTheyBegan_AreInTheOrderOfTheCommits()
    {
        if (LearningDev.TestSupport.Data.TestDatabase.IsPostgres)
        {
            await using var early = portal.Scope();
            await using var transaction = await Db(early).Database.BeginTransactionAsync();
            await Events(early).PublishAsync(new Told("published first"));
            await portal.TellAsync(new Told("committed first"));
            await transaction.CommitAsync();

            (await portal.RowsAsync()).TakeLast(2).Select(row => row.SubjectName).ShouldBe(["committed first", "published first"]);
        }

        (await portal.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Commit_RolledBackOrGivenUp_WritesNothing()
    {
        var head = await portal.HeadAsync();
        await using var scope = portal.Scope();
        await using (var transaction = await Db(scope).Database.BeginTransactionAsync())
        {
            await Events(scope).PublishAsync(new Told("rolled back"));
            await transaction.RollbackAsync();
        }

        await using (await Db(scope).Database.BeginTransactionAsync())
        {
            await Events(scope).PublishAsync(new Told("given up"));
        }

        (await portal.HeadAsync()).ToString().ShouldBe(head.ToString());
        await Events(scope).PublishAsync(new Told("kept"));
        (await portal.RowsAsync())[^1].SubjectName.ShouldBe("kept");
        (await portal.HeadAsync()).Count.ShouldBe(head.Count + 1);
    }

    [Fact]
    public async Task Publish_OutsideATransaction_WritesWhatHandlersWriteToo()
    {
        await using var scope = portal.Scope();
        Db(scope).Add(new OrganisationUnit { Code = "UNSAVED", Name = "Unsaved", Kind = UnitKind.Team });

        await Events(scope).PublishAsync(new Told("alone"));

        (await Db(scope).Units.AsNoTracking().AnyAsync(unit => unit.Code == "UNSAVED")).ShouldBeTrue();
        (await portal.RowsAsync())[^1].SubjectName.ShouldBe("alone");
        Db(scope).Database.CurrentTransaction.ShouldBeNull();
    }

    [Fact]
    public async Task Publish_LongTextThatEndsInHalfACharacter_IsKeptWhole()
    {
        await portal.TellAsync(new Told(new string('a', 398) + "😀😀"));

        (await portal.RowsAsync())[^1].SubjectName.ShouldBe(new string('a', 398) + "…");
        (await portal.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Begin_RowsOlderThanTheChain_AreChainedOnce()
    {
        await using var own = await AuditedPortal.StartAsync();
        await own.SpoilAsync("UPDATE audit_entry SET hash = ''");
        await own.SpoilAsync("DELETE FROM audit_chain");
        await using (var scope = own.Scope())
        {
            await AuditChain.BeginAsync(Db(scope), CancellationToken.None);
            await AuditChain.BeginAsync(Db(scope), CancellationToken.None);
        }

        await own.TellAsync(new Told("new"));
        var result = await own.VerifyAsync();
        result.Fault.ShouldBeNull();
        result.Rows.ShouldBe((await own.RowsAsync()).Count);
    }

    private async Task WriteAsync(int writer, int number)
    {
        await using var scope = portal.Scope();
        await using var transaction = await Db(scope).Database.BeginTransactionAsync();
        await Events(scope).PublishAsync(new Told($"writer {writer}, {number}"));
        await Events(scope).PublishAsync(new Told($"writer {writer}, {number} again"));
        await transaction.CommitAsync();
    }

    private static PortalDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDb>();

    private static IEvents Events(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IEvents>();
}
