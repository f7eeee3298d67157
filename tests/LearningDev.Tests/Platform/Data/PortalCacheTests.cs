using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Data;

public class PortalCacheTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task GetAsync_Twice_LoadsOnce()
    {
        await using var scope = portal.Scope();
        var loads = 0;

        for (var time = 0; time < 2; time++)
        {
            (await Cache(scope).GetAsync(Db(scope), "twice", () => Task.FromResult($"load {++loads}"))).ShouldBe("load 1");
        }
    }

    [Fact]
    public async Task ForgetOnCommit_BeforeTheCommit_OnlyTheChangerReadsItsOwn()
    {
        await using var changer = portal.Scope();
        await using var other = portal.Scope();
        await Cache(other).GetAsync(Db(other), "before", () => Task.FromResult("old"));
        await using var transaction = await Db(changer).Database.BeginTransactionAsync();

        Cache(changer).ForgetOnCommit(Db(changer), "before");

        (await Cache(changer).GetAsync(Db(changer), "before", () => Task.FromResult("new"))).ShouldBe("new");
        (await Cache(other).GetAsync(Db(other), "before", () => Task.FromResult("new"))).ShouldBe("old");
        await transaction.CommitAsync();
        (await Cache(other).GetAsync(Db(other), "before", () => Task.FromResult("new"))).ShouldBe("new");
    }

    [Fact]
    public async Task ForgetOnCommit_RolledBack_KeepsWhatWasThere()
    {
        await using var changer = portal.Scope();
        await using var other = portal.Scope();
        await Cache(other).GetAsync(Db(other), "rolled back", () => Task.FromResult("old"));
        await using (var transaction = await Db(changer).Database.BeginTransactionAsync())
        {
            Cache(changer).ForgetOnCommit(Db(changer), "rolled back");
            await transaction.RollbackAsync();
        }

        (await Cache(other).GetAsync(Db(other), "rolled back", () => Task.FromResult("new"))).ShouldBe("old");
    }

    [Fact]
    public async Task OnCommitted_SeveralRowsSavedWithoutTransaction_Runs()
    {
        await using var scope = portal.Scope();
        var ran = false;
        Db(scope).OnCommitted(() => ran = true);
        Db(scope).Add(new OrganisationUnit { Code = "ONE", Name = "One of two", Kind = UnitKind.Team });
        Db(scope).Add(new OrganisationUnit { Code = "TWO", Name = "Two of two", Kind = UnitKind.Team });

        await Db(scope).SaveChangesAsync();

        ran.ShouldBeTrue();
    }

    [Fact]
    public async Task OnCommitted_TransactionDisposedWithoutCommit_NeverRuns()
    {
        await using var scope = portal.Scope();
        var ran = false;
        await using (var transaction = await Db(scope).Database.BeginTransactionAsync())
        {
            Db(scope).OnCommitted(() => ran = true);
            Db(scope).Add(new OrganisationUnit { Code = "GONE", Name = "Rolled back", Kind = UnitKind.Team });
            await Db(scope).SaveChangesAsync();
        }

        Db(scope).ChangeTracker.Clear();
        Db(scope).Add(new OrganisationUnit { Code = "STAYS", Name = "Committed", Kind = UnitKind.Team });
        await Db(scope).SaveChangesAsync();

        ran.ShouldBeFalse();
        (await Db(scope).Units.AnyAsync(unit => unit.Code == "GONE")).ShouldBeFalse();
    }

    private static PortalCache Cache(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalCache>();

    private static PortalDb Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PortalDb>();
}
