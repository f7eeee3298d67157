using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.TestSupport;

public sealed class NodePackagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-npm-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task EnsureAsync_ManyAtOnce_InstallOnce()
    {
        WriteProject();

        var modules = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => NodePackages.EnsureAsync(folder.FullName))));

        modules.Distinct().ShouldHaveSingleItem();
        File.Exists(Path.Combine(modules[0], ".package-lock.json")).ShouldBeTrue();
    }

    [Fact]
    public async Task EnsureAsync_InstalledBefore_LeavesItAlone()
    {
        WriteProject();
        var installed = Path.Combine(await NodePackages.EnsureAsync(folder.FullName), ".package-lock.json");
        var before = File.GetLastWriteTimeUtc(installed);

        await NodePackages.EnsureAsync(folder.FullName);

        File.GetLastWriteTimeUtc(installed).ShouldBe(before);
    }

    [Fact]
    public async Task EnsureAsync_LockFileChangedSince_InstallsAgain()
    {
        WriteProject();
        var modules = await NodePackages.EnsureAsync(folder.FullName);
        var leftOver = Path.Combine(modules, "left-over");
        await File.WriteAllTextAsync(leftOver, "");
        File.SetLastWriteTimeUtc(Path.Combine(folder.FullName, "package-lock.json"), DateTime.UtcNow.AddSeconds(1));

        await NodePackages.EnsureAsync(folder.FullName);

        File.Exists(leftOver).ShouldBeFalse();
    }

    [Fact]
    public async Task EnsureAsync_NoLockFile_SaysWhatToDo()
    {
        var failure = await Should.ThrowAsync<FileNotFoundException>(() => NodePackages.EnsureAsync(folder.FullName));

        failure.Message.ShouldContain("run npm install there and commit it");
    }

    [Fact]
    public async Task EnsureAsync_LockFileDoesNotMatch_SaysWhatToDo()
    {
        WriteProject();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "package.json"), """{ "name": "empty", "dependencies": { "left-out": "1.0.0" } }""");

        var failure = await Should.ThrowAsync<CommandFailedException>(() => NodePackages.EnsureAsync(folder.FullName));

        failure.Message.ShouldContain($"by hand: npm ci --prefix {folder.FullName}");
    }

    // A package of its own in the folder, so that the tests need no registry.
    private void WriteProject()
    {
        var own = Directory.CreateDirectory(Path.Combine(folder.FullName, "own"));
        File.WriteAllText(Path.Combine(own.FullName, "package.json"), """{ "name": "own", "version": "1.0.0" }""");
        File.WriteAllText(Path.Combine(folder.FullName, "package.json"), """{ "name": "empty", "dependencies": { "own": "file:own" } }""");
        File.WriteAllText(
            Path.Combine(folder.FullName, "package-lock.json"),
            """
            {
              "name": "empty", "lockfileVersion": 3, "requires": true,
              "packages": {
                "": { "name": "empty", "dependencies": { "own": "file:own" } },
                "node_modules/own": { "resolved": "own", "link": true },
                "own": { "version": "1.0.0" }
              }
            }
            """);
    }
}
