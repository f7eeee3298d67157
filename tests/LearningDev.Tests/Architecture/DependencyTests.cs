using System.Text.Json;
using System.Text.RegularExpressions;
using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>Every package is known, by its exact version and with a licence under which councils can use the portal: docs/dependencies.md.</summary>
public partial class DependencyTests
{
    private const string Rewrite = "Run: dotnet restore, then: node docs/dependencies.mjs, and look at what has changed.";

    private static readonly string[] Allowed =
    [
        "MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD", "PostgreSQL", "Zlib", "OFL-1.1", "CC0-1.0", "Unlicense", "BlueOak-1.0.0", "blessing",
    ];

    // What never leaves the machines that test; MPL-2.0 asks only for changes of its own files to be published.
    private static readonly string[] AllowedInTests = [.. Allowed, "MPL-2.0", "Python-2.0", "CC-BY-4.0", "CC-BY-3.0", "MIT-0"];

    private static readonly IReadOnlyList<ListedPackage> Listed =
    [
        .. from row in ListRow().Matches(File.ReadAllText(RepositoryRoot.Combine("docs/dependencies.md")))
           select new ListedPackage(row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value, row.Groups[5].Value == "the portal"),
    ];

    [Fact]
    public void NuGetPackages_OfEveryProject_AreListed()
    {
        var listed = Listed.Where(package => package.Registry == "NuGet").Select(package => $"{package.Name} {package.Version}").ToHashSet();
        var missing =
            from project in SourceTree.Files(RepositoryRoot.Path, "*.csproj")
            let assets = Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json")
            where File.Exists(assets)
            from package in Packages(assets)
            where !listed.Contains(package)
            select $"{SourceTree.Relative(project)}: {package}";

        missing.ShouldBeEmpty(Rewrite);
    }

    [Fact]
    public void NpmPackages_OfEveryLockFile_AreListed()
    {
        var listed = Listed.Where(package => package.Registry == "npm").Select(package => $"{package.Name} {package.Version}").ToHashSet();
        var missing =
            from path in SourceTree.Files(RepositoryRoot.Path, "package-lock.json")
            from package in Locked(path)
            where !listed.Contains(package)
            select $"{SourceTree.Relative(path)}: {package}";

        missing.ShouldBeEmpty(Rewrite);
    }

    [Fact]
    public void Licences_All_AreAllowed()
    {
        Listed.Count.ShouldBeGreaterThan(50);
        Listed.Where(package => !IsAllowed(package.Licence, package.IsOfThePortal ? Allowed : AllowedInTests)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MIT", true)]
    [InlineData("MS-PL OR Apache-2.0", true)]
    [InlineData("(MIT OR GPL-3.0)", true)]
    [InlineData("MIT AND CC0-1.0", true)]
    [InlineData("MIT AND GPL-3.0", false)]
    [InlineData("GPL-3.0", false)]
    [InlineData("unknown", false)]
    public void IsAllowed_Expression_IsReadAsSpdxDoes(string licence, bool expected) => IsAllowed(licence, Allowed).ShouldBe(expected);

    // One of the alternatives is enough; of what is joined, all.
    private static bool IsAllowed(string licence, string[] allowed) => licence.Trim('(', ')').Split(" OR ")
        .Any(alternative => alternative.Split(" AND ").All(part => allowed.Contains(part.Trim('(', ')', ' '))));

    private static List<string> Packages(string assets)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(assets));
        return
        [
            .. from library in json.RootElement.GetProperty("libraries").EnumerateObject()
               where library.Value.GetProperty("type").GetString() == "package"
               select library.Name.Replace('/', ' '),
        ];
    }

    private static List<string> Locked(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. from package in json.RootElement.GetProperty("packages").EnumerateObject()
               where package.Name.Length > 0
               select $"{package.Name.Split("node_modules/")[^1]} {package.Value.GetProperty("version").GetString()}",
        ];
    }

    private sealed record ListedPackage(string Registry, string Name, string Version, string Licence, bool IsOfThePortal);

    [GeneratedRegex(@"^\| (NuGet|npm) \| (\S+) \| (\S+) \| (.+?) \| (the portal|the tests) \|\s*$", RegexOptions.Multiline)]
    private static partial Regex ListRow();
}
