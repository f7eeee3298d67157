using System.Security.Cryptography;

namespace LearningDev.TestSupport.Portal;

/// <summary>The folder with the key for words in confidence that all portals of this test process share, because they share copies of databases.</summary>
public static class ConfidentialKeyFolder
{
    private static readonly Lazy<DirectoryInfo> Made = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-confidential-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "2026-01-01.key"), Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return folder;
    });

    /// <summary>Its path.</summary>
    public static string Path => Made.Value.FullName;
}
