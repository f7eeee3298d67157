using System.Globalization;
using LearningDev.Platform.Commands;
using LearningDev.TestSupport;
using LearningDev.TestSupport.Data;
using LearningDev.TestSupport.Portal;
using LearningDev.Tests.Platform.Modules;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace LearningDev.Tests.Platform.Backups;

/// <summary>Backup and restore, killed as by a power cut at points by chance: once each, or as often as the variable LEARNINGDEV_KILLS says.</summary>
[Requirement("ADM-05")]
public sealed class BackupKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("LEARNINGDEV_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 1;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-kill-");
    private DatabaseCopy database = null!;
    private PortalProcessOptions options = null!;

    public async Task InitializeAsync()
    {
        database = await DatabaseCopy.EmptyAsync();
        options = PortalProcessOptions.On(database) with { Settings = new Dictionary<string, string> { ["Node:Folder"] = folder.FullName } };
        (await PortalProcess.RunAsync(options, "audit", "verify")).ExitCode.ShouldBe(HostCommands.Done);
    }

    public async Task DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Kill_BackupAtAnyPoint_LeavesNoFileThatIsNotWhole()
    {
        var took = await TimeAsync("backup", At("timed"));
        var (alive, whole) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var path = At($"killed-{kill}");
            alive += await KillAsync(took, "backup", path) ? 1 : 0;
            if (File.Exists(path))
            {
                whole++;
                await using var scope = await OpenAsync(path);
            }

            File.Delete(path);
            File.Delete($"{path}.part");
        }

        output.WriteLine($"{Kills} backups, {alive} killed before they had ended; {whole} files, all whole");
        (await PortalProcess.RunAsync(options, "audit", "verify")).ExitCode.ShouldBe(HostCommands.Done);
    }

    [Fact]
    public async Task Kill_RestoreAtAnyPoint_LeavesTheOldPortalOrTheNew()
    {
        await using var portal = await BackupPortal.OnAsync(TestDatabase.IsPostgres, database.ConnectionString);
        var old = BackupPortal.Sums(await portal.BackUpAsync(At("old")));
        await using (var other = await DatabaseCopy.EmptyAsync())
        await using (var changed = await BackupPortal.OnAsync(TestDatabase.IsPostgres, other.ConnectionString))
        {
            await changed.RestoreAsync(At("old"));
            await using var scope = changed.Scope();
            await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<LearningDev.Platform.Modules.Features>(scope.ServiceProvider)
                .DisableCatalogueAsync();
            await changed.BackUpAsync(At("new"));
        }

        var took = await TimeAsync("restore", At("new"), "--replace");
        var current = BackupPortal.Sums(await portal.BackUpAsync(At("current")));
        current.ShouldNotBe(old);
        var (alive, changes) = (0, 0);
        var before = current;
        for (var kill = 0; kill < Kills; kill++)
        {
            alive += await KillAsync(took, "restore", At(kill % 2 == 0 ? "old" : "new"), "--replace") ? 1 : 0;

            var found = BackupPortal.Sums(await portal.BackUpAsync(At($"found-{kill}")));
            (found.SequenceEqual(old) || found.SequenceEqual(current)).ShouldBeTrue($"after kill {kill}");
            (await portal.VerifyAsync()).Fault.ShouldBeNull();
            File.Delete(At($"found-{kill}"));
            changes += found.SequenceEqual(before) ? 0 : 1;
            before = found;
        }

        output.WriteLine($"{Kills} restores, {alive} killed before they had ended; the portal was another {changes} times");
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private async Task<TimeSpan> TimeAsync(params string[] arguments)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var result = await PortalProcess.RunAsync(options, arguments);
        result.ExitCode.ShouldBe(HostCommands.Done, result.Error);
        return watch.Elapsed;
    }

    // Half of the time goes to the start of the process, before there is anything to be broken.
    private async Task<bool> KillAsync(TimeSpan took, params string[] arguments)
    {
        await using var process = PortalProcess.Begin(options, arguments);
#pragma warning disable CA5394 // Chance is all that is wanted of it.
        await Task.WhenAny(process.EndAsync(), Task.Delay(took * (0.3 + (0.75 * Random.Shared.NextDouble()))));
#pragma warning restore CA5394
        if (process.ExitCode is not null)
        {
            return false;
        }

        await process.KillAsync();
        return true;
    }

    private static async Task<System.IO.Compression.ZipArchive> OpenAsync(string path)
    {
        var (archive, manifest) = await LearningDev.Platform.Backups.BackupArchive.OpenAsync(path, CancellationToken.None);
        await LearningDev.Platform.Backups.BackupArchive.RequireTablesAsync(archive, manifest, CancellationToken.None);
        return archive;
    }
}
