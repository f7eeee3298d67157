using Microsoft.AspNetCore.Http;

namespace LearningDev.Content.Media;

/// <summary>The addresses of the media library's pages and files.</summary>
public static class MediaLinks
{
    /// <summary>The library.</summary>
    public const string Library = "/content/media";

    /// <summary>Where files are uploaded.</summary>
    public const string Upload = Library + "/upload";

    /// <summary>Where pictures that were uploaded together are described.</summary>
    public const string DescribeMany = Library + "/describe";

    /// <summary>What pickers ask.</summary>
    public const string Find = Library + "/find";

    /// <summary>The address of a file, whatever its bytes are.</summary>
    public static string Of(string path) => $"/media/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>A folder of the library.</summary>
    public static string Folder(string folder) => folder.Length == 0 ? Library : Library + QueryString.Create("folder", folder);

    /// <summary>Where files are uploaded to a folder.</summary>
    public static string UploadTo(string folder) => folder.Length == 0 ? Upload : Upload + QueryString.Create("folder", folder);

    /// <summary>The form for a new folder.</summary>
    public static string NewFolder(string inside) => inside.Length == 0 ? Library + "/folders/new" : Library + "/folders/new" + QueryString.Create("folder", inside);

    /// <summary>The form that renames, moves and removes a folder.</summary>
    public static string ChangeFolder(string folder) => Library + "/folders/change" + QueryString.Create("folder", folder);

    /// <summary>The page of a file.</summary>
    public static string File(string id) => $"{Library}/{Uri.EscapeDataString(id)}";

    /// <summary>The form that puts other bytes in a file's place.</summary>
    public static string Replace(string id) => $"{File(id)}/replace";

    /// <summary>The form that moves and renames a file.</summary>
    public static string Move(string id) => $"{File(id)}/move";

    /// <summary>The question whether a file is to be removed.</summary>
    public static string Remove(string id) => $"{File(id)}/remove";

    /// <summary>The captions of a file.</summary>
    public static string Captions(string id) => $"{File(id)}/captions";

    /// <summary>The page on which some files are described.</summary>
    public static string Describe(IEnumerable<string> ids) => DescribeMany + QueryString.Create(ids.Select(id => KeyValuePair.Create("id", (string?)id)));

    /// <summary>The address of these very bytes of a file, which browsers may keep.</summary>
    internal static string Of(MediaFile file, int? width = null) =>
        width is null ? $"{Of(file.Path)}?v={file.Version}" : $"{Of(file.Path)}?v={file.Version}&w={width}";

    /// <summary>The address of a file's captions in a language.</summary>
    internal static string OfCaptions(MediaFile file, string language) => $"{Of(file.Path)}?captions={Uri.EscapeDataString(language)}";
}
