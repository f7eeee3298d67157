using LearningDev.TestSupport.Machine;
using Shouldly;
using Xunit;

namespace LearningDev.Tests.Architecture;

/// <summary>Every page can be found from its address, and its tests from its path.</summary>
public class PageTests
{
    private static readonly IReadOnlyList<string> Pages =
        [.. SourceTree.Files(RepositoryRoot.Combine("src"), "*.cshtml").Where(path => File.ReadLines(path).Any(line => line.StartsWith("@page", StringComparison.Ordinal)))];

    [Fact]
    public void Page_Any_HasATestClassAtItsPath() => Pages
        .Where(page => !TestsOf(page).Any(File.Exists))
        .Select(page => $"{SourceTree.Relative(page)} has no {SourceTree.Relative(TestsOf(page).First())}")
        .ShouldBeEmpty();

    [Fact]
    public void Page_Any_SaysItsAddress() => Pages
        .Where(page => !File.ReadLines(page).First(line => line.StartsWith("@page", StringComparison.Ordinal)).Contains("\"/", StringComparison.Ordinal))
        .Select(SourceTree.Relative)
        .ShouldBeEmpty();

    private static IEnumerable<string> TestsOf(string page)
    {
        var project = SourceTree.Projects.Single(project => page.StartsWith(project.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        var inside = Path.GetRelativePath(project.Folder, Path.GetDirectoryName(page)!);
        var folder = RepositoryRoot.Combine($"tests/LearningDev.Tests/{project.Name["LearningDev.".Length..]}/{inside}");
        var name = Path.GetFileNameWithoutExtension(page);
        return [Path.Combine(folder, $"{name}Tests.cs"), Path.Combine(folder, $"{name}PageTests.cs")];
    }
}
