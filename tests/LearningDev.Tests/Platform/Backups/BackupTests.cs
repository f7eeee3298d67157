using LearningDev.Content.Items;
using LearningDev.Content.Search.Index;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using LearningDev.Tests.Platform.Audit.Chain;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Platform.Backups;

[Requirement("ADM-05")]
public sealed class BackupTests(PortalHost portal) : IClassFixture<PortalHost>, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-backup-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Restore_BackupMadeWhileOthersWrite_HasEqualContentAndASoundAudit()
    {
        using var stop = new CancellationTokenSource();
        var writing = Task.Run(() => WriteAsync(stop.Token));
        var made = await BackupPortal.BackUpAsync(portal.Scope(), At("busy"));
        await stop.CancelAsync();
        (await writing).ShouldBeGreaterThan(0);
        await using var database = await DatabaseCopy.EmptyAsync();
        await using var other = await BackupPortal.OnAsync(TestDatabase.IsPostgres, database.ConnectionString);

        await other.RestoreAsync(At("busy"));

        (await other.VerifyAsync()).Fault.ShouldBeNull();
        var again = await other.BackUpAsync(At("again"));
        BackupPortal.Sums(again).ShouldBe(BackupPortal.Sums(made));
        await using var scope = other.Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        (await db.Set<SearchDocumentRow>().CountAsync()).ShouldBeGreaterThan(50);
        (await db.AuditEntries.OrderByDescending(row => row.Id).Select(row => row.Event).Take(2).ToListAsync()).ShouldContain(nameof(BackupMade));
        (await db.AuditEntries.AnyAsync(row => row.Event == nameof(PortalRestored))).ShouldBeTrue();
        (await scope.ServiceProvider.GetRequiredService<ContentItems>().FindAsync("managing-stress", VersionChoice.Published)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Restore_IntoTheOtherProductAndBack_HasEqualContent()
    {
        // The run on PostgreSQL has both products.
        if (!TestDatabase.IsPostgres)
        {
            return;
        }

        var made = await BackupPortal.BackUpAsync(portal.Scope(), At("postgres"));
        await using var sqlite = await BackupPortal.OnAsync(postgres: false, $"Data Source={At("moved.db")}");
        await sqlite.RestoreAsync(At("postgres"));
        var moved = await sqlite.BackUpAsync(At("sqlite"));
        await using var database = await DatabaseCopy.EmptyAsync();
        await using var back = await BackupPortal.OnAsync(postgres: true, database.ConnectionString);
        await back.RestoreAsync(At("sqlite"));

        BackupPortal.Sums(moved).ShouldBe(BackupPortal.Sums(made));
        BackupPortal.Sums(await back.BackUpAsync(At("back"))).ShouldBe(BackupPortal.Sums(made));
        (await sqlite.VerifyAsync()).Fault.ShouldBeNull();
        (await back.VerifyAsync()).Fault.ShouldBeNull();
        // What is added afterwards gets numbers that are free.
        await using var scope = back.Scope();
        var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
        var item = (await items.FindAsync("managing-stress", VersionChoice.Latest))!;
        await items.PublishAsync(item);
    }

    [Fact]
    public async Task Verify_AnyByteChanged_IsRefused()
    {
        await BackupPortal.BackUpAsync(portal.Scope(), At("whole"));
        var bytes = await File.ReadAllBytesAsync(At("whole"));
        foreach (var place in Enumerable.Range(0, 40).Select(number => (int)((bytes.LongLength - 1) * number / 39)))
        {
            bytes[place] ^= 1;
            await File.WriteAllBytesAsync(At("changed"), bytes);
            bytes[place] ^= 1;

            await Should.ThrowAsync<BackupRefusedException>(() => BackupArchive.OpenAsync(At("changed"), CancellationToken.None), $"byte {place}");
        }

        await File.WriteAllBytesAsync(At("cut"), bytes[..(bytes.Length / 2)]);
        await Should.ThrowAsync<BackupRefusedException>(() => BackupArchive.OpenAsync(At("cut"), CancellationToken.None));
    }

    [Fact]
    public async Task Restore_DatabaseHoldsAPortal_IsRefusedUnlessItIsToBeReplaced()
    {
        await using var own = await AuditedPortal.StartAsync();
        await BackupPortal.BackUpAsync(own.Scope(), At("first"));
        await using var scope = own.Scope();
        var restoring = scope.ServiceProvider.GetRequiredService<Restoring>();

        (await Should.ThrowAsync<BackupRefusedException>(() => restoring.RestoreAsync(At("first"), replace: false, CancellationToken.None)))
            .Message.ShouldBe("The database holds a portal already.");

        await own.TellAsync(new Told("after the backup"));
        await restoring.RestoreAsync(At("first"), replace: true, CancellationToken.None);
        (await own.RowsAsync()).ShouldNotContain(row => row.SubjectName == "after the backup");
        (await own.VerifyAsync()).Fault.ShouldBeNull();
    }

    [Fact]
    public async Task BackUp_FileExists_IsRefusedAndLeftAlone()
    {
        await File.WriteAllTextAsync(At("mine"), "mine");

        await Should.ThrowAsync<BackupRefusedException>(() => BackupPortal.BackUpAsync(portal.Scope(), At("mine")));

        (await File.ReadAllTextAsync(At("mine"))).ShouldBe("mine");
    }

    [Fact]
    public async Task BackUp_KeysInTheClear_AreLeftOut()
    {
        await using var own = await AuditedPortal.StartAsync();
        await own.SpoilAsync("DELETE FROM platform_key");
        await own.SpoilAsync("INSERT INTO platform_key (friendly_name, xml) VALUES ('clear', '<key><masterKey>secret</masterKey></key>')");
        await own.SpoilAsync("INSERT INTO platform_key (friendly_name, xml) VALUES ('encrypted', '<key><EncryptedData>x</EncryptedData></key>')");

        var made = await BackupPortal.BackUpAsync(own.Scope(), At("keys"));

        made.KeysLeftOut.ShouldBeTrue();
        made.Tables.Single(table => table.Name == "platform_key").Rows.ShouldBe(1);
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private async Task<int> WriteAsync(CancellationToken stop)
    {
        var written = 0;
        do
        {
            await using var scope = portal.Scope();
            // As a request does: the item and what is indexed of it are committed together.
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDb>().Database.BeginTransactionAsync(CancellationToken.None);
            var items = scope.ServiceProvider.GetRequiredService<ContentItems>();
            var item = (await items.FindAsync("managing-stress", VersionChoice.Latest, CancellationToken.None))!;
            item.Alter<TitlePart>(title => title.Title = $"Managing stress {++written}");
            await items.PublishAsync(item, CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        while (!stop.IsCancellationRequested);
        return written;
    }
}
