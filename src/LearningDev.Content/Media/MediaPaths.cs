using System.Text.RegularExpressions;
using LearningDev.Content.Items;

namespace LearningDev.Content.Media;

/// <summary>The paths of files and folders: which can be used, and which are made of a name as people have it.</summary>
internal static partial class MediaPaths
{
    private const int LongestStem = 120;

    /// <summary>A path with strokes of one kind and none at its ends.</summary>
    public static string Tidy(string path) => path.Replace('\\', '/').Trim('/');

    /// <summary>True for a path that can be used: letters, digits, spaces, dots, underscores and hyphens, in parts that begin with a letter or digit.</summary>
    public static bool IsUsable(string path) =>
        path.Length <= MediaFile.PathLength && PathShape().IsMatch(path) && !path.Contains("..", StringComparison.Ordinal);

    /// <summary>The folder of a path; empty for the top.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is var stroke and >= 0 ? path[..stroke] : "";

    /// <summary>A folder and all above it, the innermost first; none for the top.</summary>
    public static IEnumerable<string> WithParents(string folder)
    {
        for (; folder.Length > 0; folder = FolderOf(folder))
        {
            yield return folder;
        }
    }

    /// <summary>A name that can be used as the last part of a path, without its extension.</summary>
    public static string Stem(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var slug = ContentRoutes.Slug(Path.GetFileNameWithoutExtension(last));
        return slug.Length == 0 ? "file" : slug[..Math.Min(slug.Length, LongestStem)].TrimEnd('-');
    }

    /// <summary>A name as a folder has it; empty when nothing of it can be used.</summary>
    public static string FolderName(string name) => ContentRoutes.Slug(name) is var slug ? slug[..Math.Min(slug.Length, LongestStem)].TrimEnd('-') : "";

    public static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._ -]*(/[\p{L}\p{N}][\p{L}\p{N}._ -]*)*$")]
    private static partial Regex PathShape();
}
