using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Platform.People;
using LearningDev.Tests.Web.Setup;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Backups;

/// <summary>Backups that older versions have made.</summary>
[Requirement("ADM-05")]
public sealed class OlderBackupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-older-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Catalogue")]
    [InlineData("OutboxAndJobs")]
    [InlineData("SetupCode")]
    public async Task Restore_BackupOfAnOlderSchema_IsAsAnUpgradeInPlace(string last)
    {
        await using var database = await PortalHost.DemonstrationDatabaseAsync();
        await using (var old = OldDatabase.Host(TestDatabase.IsPostgres, database.ConnectionString))
        {
            await using var scope = old.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().Single(migration => SchemaNames.Of(migration) == last));
            await OldArchive.MakeAsync(old.Services, At("old"));
        }

        await using var upgraded = await BackupPortal.OnAsync(TestDatabase.IsPostgres, database.ConnectionString);
        await using (var started = upgraded.Scope())
        {
            await started.ServiceProvider.GetRequiredService<SearchUpkeep>().BringUpToDateAsync();
        }

        await using var empty = await DatabaseCopy.EmptyAsync();
        await using var restored = await BackupPortal.OnAsync(TestDatabase.IsPostgres, empty.ConnectionString);

        (await restored.RestoreAsync(At("old"))).Version.ShouldBe("0.9.0");

        BackupPortal.Sums(await restored.BackUpAsync(At("restored"))).ShouldBe(BackupPortal.Sums(await upgraded.BackUpAsync(At("upgraded"))));
        (await restored.VerifyAsync()).Fault.ShouldBeNull();
        await using var seen = restored.Scope();
        (await seen.ServiceProvider.GetRequiredService<PortalDb>().Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
        var items = seen.ServiceProvider.GetRequiredService<ContentItems>();
        await items.PublishAsync((await items.FindAsync("managing-stress", VersionChoice.Published))!);
    }

    [Fact]
    public async Task Restore_BackupOfAPortalBeforeTheAuditsChain_GoesIntoEitherProduct()
    {
        await using var database = await OldPortalAsync();
        foreach (var postgres in TestDatabase.IsPostgres ? (bool[])[true, false] : [false])
        {
            await using var empty = postgres ? await DatabaseCopy.EmptyAsync() : DatabaseCopy.InSqlite();
            await using var restored = await BackupPortal.OnAsync(postgres, empty.ConnectionString);

            await restored.RestoreAsync(At("old"));

            var verified = await restored.VerifyAsync();
            verified.Fault.ShouldBeNull();
            await using var scope = restored.Scope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            (await db.AuditEntries.OrderBy(row => row.Id).Select(row => row.Summary).ToListAsync())
                .ShouldBe(["Imported Ada", "Imported the unit Parks", "Published Old pages", "Restored the backup old"]);
            var ada = await db.Users.SingleAsync();
            new PasswordHasher<Person>().VerifyHashedPassword(ada, ada.PasswordHash!, OldDatabase.Password).ShouldBe(PasswordVerificationResult.Success);
            ada.FullTimeFraction.ShouldBe(1);
            (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync("old-pages", VersionChoice.Published))!.DisplayText.ShouldBe("Old pages");
        }
    }

    [Fact]
    public async Task Restore_OldBackupWithAReferenceToNothing_LeavesThePortalAsItWas()
    {
        await using var database = await OldPortalAsync(emptied: "people_person");
        await using var copy = await PortalHost.DemonstrationDatabaseAsync();
        await using var portal = await BackupPortal.OnAsync(TestDatabase.IsPostgres, copy.ConnectionString);
        var before = await portal.BackUpAsync(At("before"));

        await Should.ThrowAsync<Exception>(() => portal.RestoreAsync(At("old"), replace: true));

        BackupPortal.Sums(await portal.BackUpAsync(At("after"))).ShouldBe(BackupPortal.Sums(before));
        (await portal.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task Restore_OldBackupInThePlaceOfAPortal_KeepsItsKeysAndNothingElse()
    {
        await using var database = await OldPortalAsync();
        await using var copy = await PortalHost.DemonstrationDatabaseAsync();
        await using var portal = await BackupPortal.OnAsync(TestDatabase.IsPostgres, copy.ConnectionString);
        var keys = await KeysAsync(portal);
        keys.ShouldNotBeEmpty();

        (await Should.ThrowAsync<BackupRefusedException>(() => portal.RestoreAsync(At("old")))).Message.ShouldBe("The database holds a portal already.");
        await portal.RestoreAsync(At("old"), replace: true);

        (await KeysAsync(portal)).ShouldBe(keys);
        await using var scope = portal.Scope();
        (await scope.ServiceProvider.GetRequiredService<PortalDb>().Users.Select(person => person.UserName).ToListAsync()).ShouldBe(["ada"]);
    }

    [Fact]
    public async Task Restore_BackupOfANewerVersion_IsRefusedByName()
    {
        await using var database = await OldPortalAsync(alsoMigrated: "Pathways");
        await using var empty = await DatabaseCopy.EmptyAsync();
        await using var portal = await BackupPortal.OnAsync(TestDatabase.IsPostgres, empty.ConnectionString);

        (await Should.ThrowAsync<BackupRefusedException>(() => portal.RestoreAsync(At("old")))).Message.ShouldBe(
            "The backup was made by the newer version 0.9.0, whose schema this version does not know (Pathways). Restore it with that version or a later one.");
    }

    private static async Task<List<string?>> KeysAsync(BackupPortal portal)
    {
        await using var scope = portal.Scope();
        return await scope.ServiceProvider.GetRequiredService<PortalDb>().DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToListAsync();
    }

    private async Task<DatabaseCopy> OldPortalAsync(string? emptied = null, string? alsoMigrated = null)
    {
        var database = await DatabaseCopy.EmptyAsync();
        await OldDatabase.MakeAsync(TestDatabase.IsPostgres, database.ConnectionString);
        await using var old = OldDatabase.Host(TestDatabase.IsPostgres, database.ConnectionString);
        await OldArchive.MakeAsync(old.Services, At("old"), emptied, alsoMigrated);
        return database;
    }

    private string At(string name) => Path.Combine(folder.FullName, name);
}
