using LearningDev.Partnerships.Confidence;
using LearningDev.Partnerships.Contracts;
using LearningDev.Platform.Data;
using LearningDev.Platform.Hosting;
using LearningDev.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Partnerships.Confidence.Pure;

[Requirement("COA-03")]
public sealed class ConfidentialKeysTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("learningdev-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Current_OnSqliteWithoutConfiguration_MakesAKeyThatOnlyTheProcessReads()
    {
        var keys = Keys(DatabaseProvider.Sqlite, ("Node:Folder", folder.FullName));
        var made = keys.Current();

        made.Bytes.Length.ShouldBe(ConfidentialKeys.KeyBytes);
        var file = Directory.GetFiles(Path.Combine(folder.FullName, "confidential-keys")).ShouldHaveSingleItem();
        file.ShouldEndWith($"{made.Id}.key");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Path.GetDirectoryName(file)!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Keys(DatabaseProvider.Sqlite, ("Node:Folder", folder.FullName)).Current().Bytes.ShouldBe(made.Bytes);
    }

    [Fact]
    public void Current_OnPostgresWithoutConfiguration_IsRefused()
    {
        var keys = Keys(DatabaseProvider.Postgres, ("Node:Folder", folder.FullName));

        Should.Throw<ConfidentialKeyMissingException>(keys.Current).Message.ShouldContain("Confidential:KeyFolder");
        keys.Problem.ShouldNotBeNull();
        Directory.GetFileSystemEntries(folder.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Current_ConfiguredFolderIsEmpty_MakesNoKeyOfItsOwn() =>
        Should.Throw<ConfidentialKeyMissingException>(Configured().Current).Message.ShouldContain(folder.FullName);

    [Fact]
    public void Current_NewerKeyIsAdded_EncryptsWithItAndReadsOldWords()
    {
        Write("2026-01-01.key", 1);
        var keys = Configured();
        var (first, words) = (keys.Current(), SealedWords.Seal("Old words", "id", keys.Current().Bytes));
        Write("2027-01-01.key", 2);

        keys.Current().Id.ShouldBe("2027-01-01");
        keys.Problem.ShouldBeNull();
        SealedWords.Open(words, "id", Configured().Find(first.Id).Bytes).ShouldBe("Old words");
    }

    [Theory]
    [InlineData("not Base64!")]
    [InlineData("c2hvcnQ=")]
    public void Current_FileIsNoKey_IsRefused(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "2026-01-01.key"), text);

        Should.Throw<ConfidentialKeyMissingException>(Configured().Current).Message.ShouldContain("32 bytes");
    }

    [Theory]
    [InlineData("2020-01-01")]
    [InlineData("../elsewhere")]
    public void Find_KeyIsNotThere_IsRefused(string id)
    {
        Write("2026-01-01.key", 1);

        Should.Throw<ConfidentialKeyMissingException>(() => Configured().Find(id));
    }

    private ConfidentialKeys Configured() => Keys(DatabaseProvider.Postgres, ("Confidential:KeyFolder", folder.FullName));

    private static ConfidentialKeys Keys(DatabaseProvider provider, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))).Build();
        return new ConfidentialKeys(
            configuration, new PortalNode(configuration, new HostingEnvironment { ContentRootPath = Path.GetTempPath() }), new DatabaseOptions { Provider = provider }, TimeProvider.System);
    }

    private void Write(string name, byte value) => File.WriteAllText(Path.Combine(folder.FullName, name), Convert.ToBase64String([.. Enumerable.Repeat(value, ConfidentialKeys.KeyBytes)]));
}
