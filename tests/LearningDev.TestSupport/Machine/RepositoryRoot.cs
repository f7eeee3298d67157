namespace LearningDev.TestSupport.Machine;

/// <summary>Where the repository lies on this machine.</summary>
public static class RepositoryRoot
{
    private static readonly Lazy<string> Found = new(Find);

    /// <summary>The folder that holds <c>LearningDev.sln</c>, found by walking up from the test's own folder.</summary>
    /// <exception cref="DirectoryNotFoundException">No folder above the tests holds the solution.</exception>
    public static string Path => Found.Value;

    /// <summary>The full path of a file or folder in the repository.</summary>
    /// <param name="parts">The path below the repository's root, in parts.</param>
    public static string Combine(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "LearningDev.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds LearningDev.sln.");
    }
}
