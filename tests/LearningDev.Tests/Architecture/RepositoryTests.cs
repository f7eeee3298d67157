using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>The repository as a reader finds it: nothing lies about, every project is in the solution, every version is exact.</summary>
public partial class RepositoryTests
{
    [Fact]
    public void TopLevel_Entries_AreTheKnownOnes()
    {
        string[] known = ["src", "tests", "recipes", "themes", "docs", "LearningDev.sln", "README.md", "NuGet.config", "global.json", "TestResults"];
        var strangers = Directory.EnumerateFileSystemEntries(RepositoryRoot.Path)
            .Select(entry => Path.GetFileName(entry))
            .Where(name => !known.Contains(name) && !name.StartsWith('.') && !DirectoryProps().IsMatch(name));

        strangers.ShouldBeEmpty();
    }

    [Fact]
    public void Solution_Projects_AreAllThereAre()
    {
        var listed = SolutionProject().Matches(File.ReadAllText(RepositoryRoot.Combine("LearningDev.sln")))
            .Select(match => match.Groups["path"].Value.Replace('\\', '/'));
        var present = SourceTree.Files(RepositoryRoot.Path, "*.csproj").Select(SourceTree.Relative);

        listed.ShouldBe(present, ignoreOrder: true);
    }

    [Fact]
    public void NuGetVersions_Central_AreExact()
    {
        var inexact = XDocument.Load(RepositoryRoot.Combine("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(package => !ExactVersion().IsMatch(package.Attribute("Version")!.Value))
            .Select(package => package.ToString());

        inexact.ShouldBeEmpty();
    }

    [Fact]
    public void NuGetVersions_InProjects_AreNone()
    {
        var own =
            from path in SourceTree.Files(RepositoryRoot.Path, "*.csproj")
            from package in XDocument.Load(path).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null
            select $"{SourceTree.Relative(path)}: {package}";

        own.ShouldBeEmpty();
    }

    [Fact]
    public void NpmVersions_All_AreExactAndLocked()
    {
        var wrong = new List<string>();
        foreach (var path in SourceTree.Files(RepositoryRoot.Path, "package.json"))
        {
            if (!File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "package-lock.json")))
            {
                wrong.Add($"{SourceTree.Relative(path)} has no package-lock.json beside it");
            }

            using var package = JsonDocument.Parse(File.ReadAllText(path));
            wrong.AddRange(
                from kind in new[] { "dependencies", "devDependencies" }
                where package.RootElement.TryGetProperty(kind, out _)
                from dependency in package.RootElement.GetProperty(kind).EnumerateObject()
                where !ExactVersion().IsMatch(dependency.Value.GetString()!)
                select $"{SourceTree.Relative(path)}: {dependency}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Module_Any_HasAReadme() =>
        SourceTree.Modules
            .Where(module => !File.Exists(Path.Combine(module.Folder, "README.md")))
            .Select(module => module.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Readme_ListOfModules_IsAllThereAre()
    {
        var section = ModulesSection().Match(File.ReadAllText(RepositoryRoot.Combine("README.md"))).Groups["text"].Value;
        var listed = ModuleRow().Matches(section).Select(match => match.Groups["folder"].Value);

        listed.ShouldBe(SourceTree.Modules.Select(module => SourceTree.Relative(module.Folder)), ignoreOrder: true);
    }

    [GeneratedRegex("""^Directory\.[A-Za-z]+\.(props|targets)$""")]
    private static partial Regex DirectoryProps();

    [GeneratedRegex("""^Project\(.*?= "[^"]*", "(?<path>[^"]*\.csproj)""", RegexOptions.Multiline)]
    private static partial Regex SolutionProject();

    [GeneratedRegex("""^\d+\.\d+\.\d+(\.\d+)?(-[a-z]+[.\d]*\d)?$""")]
    private static partial Regex ExactVersion();

    [GeneratedRegex("""^## Modules\s*$(?<text>.*?)(?=^## |\z)""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ModulesSection();

    [GeneratedRegex("""^\|.*?\]\((\./)?(?<folder>src/Modules/[^)/]+)/?(README\.md)?\).*\|\s*$""", RegexOptions.Multiline)]
    private static partial Regex ModuleRow();
}
