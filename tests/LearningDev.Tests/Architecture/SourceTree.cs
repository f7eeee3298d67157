using System.Xml.Linq;
using LearningDev.TestSupport.Machine;
using Mono.Cecil;

namespace LearningDev.Tests.Architecture;

/// <summary>The projects of the repository, their references and their compiled types, as the architecture tests ask about them.</summary>
internal static class SourceTree
{
    private static readonly string[] BuildOutput = ["bin", "obj", "node_modules", "wwwroot", "TestResults", ".git"];

    private static readonly Lazy<IReadOnlyList<Project>> Read = new(() =>
        [.. Files(RepositoryRoot.Combine("src"), "*.csproj").Select(Project.Read)]);

    /// <summary>Every project under <c>src</c>.</summary>
    public static IReadOnlyList<Project> Projects => Read.Value;

    /// <summary>Every project under <c>src/Modules</c>.</summary>
    public static IReadOnlyList<Project> Modules => [.. Projects.Where(project => project.IsModule)];

    /// <summary>Every file of a folder and below it, but for what builds and installations leave.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(folder, pattern).Concat(Folders(folder).SelectMany(inner => Directory.EnumerateFiles(inner, pattern)));

    /// <summary>Every folder below a folder, but for what builds and installations leave.</summary>
    public static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder)
            .Where(inner => !BuildOutput.Contains(Path.GetFileName(inner)))
            .SelectMany(inner => Folders(inner).Prepend(inner));

    /// <summary>The file's path below the repository's root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');
}

/// <summary>A project under <c>src</c>.</summary>
internal sealed record Project(string Name, string Folder, IReadOnlyList<string> References)
{
    public bool IsModule => Path.GetFileName(Path.GetDirectoryName(Folder)) == "Modules";

    /// <summary>The compiled project.</summary>
    public ModuleDefinition Compiled() => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"));

    public static Project Read(string path) => new(
        Path.GetFileNameWithoutExtension(path),
        Path.GetDirectoryName(path)!,
        [
            .. XDocument.Load(path).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
        ]);
}
