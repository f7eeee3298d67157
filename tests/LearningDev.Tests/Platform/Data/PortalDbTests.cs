using LearningDev.Platform.Data;
using LearningDev.Platform.Modules;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Portal;
using LearningDev.Web.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Data;

[Requirement("ADM-05")]
public class PortalDbTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    [Fact]
    public async Task Model_Sqlite_HasNoPendingChanges()
    {
        await using var scope = shared.Host.Scope();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(scope.ServiceProvider).Options;
        await using var db = new SqlitePortalDb(options, scope.ServiceProvider.GetRequiredService<ModuleRegistry>());

        db.Database.HasPendingModelChanges().ShouldBeFalse("run src/LearningDev.Web/Migrations/add-migration.sh");
    }

    [Fact]
    public async Task Model_Postgres_HasNoPendingChanges()
    {
        await using var scope = shared.Host.Scope();
        var options = new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql("Host=nowhere.example").UseApplicationServiceProvider(scope.ServiceProvider).Options;
        await using var db = new PostgresPortalDb(options, scope.ServiceProvider.GetRequiredService<ModuleRegistry>());

        db.Database.HasPendingModelChanges().ShouldBeFalse("run src/LearningDev.Web/Migrations/add-migration.sh");
    }

    [Fact]
    public async Task Database_Started_HasEveryMigration()
    {
        await using var scope = shared.Host.Scope();

        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SaveChanges_Synchronous_IsRefused()
    {
        await using var scope = shared.Host.Scope();

        Should.Throw<NotSupportedException>(() => scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChanges());
    }
}
