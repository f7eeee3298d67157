namespace LearningDev.Content.Media.Checking;

/// <summary>A kind of file that the library takes: known by the end of its name, and by its content.</summary>
/// <param name="Extension">The end of the name, without the dot.</param>
/// <param name="ContentType">The media type (IANA).</param>
/// <param name="Kind">What such files are for.</param>
internal sealed record FileKind(string Extension, string ContentType, MediaKind Kind)
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    public static IReadOnlyList<FileKind> All { get; } =
    [
        new("jpg", "image/jpeg", MediaKind.Picture),
        new("jpeg", "image/jpeg", MediaKind.Picture),
        new("png", "image/png", MediaKind.Picture),
        new("gif", "image/gif", MediaKind.Picture),
        new("webp", "image/webp", MediaKind.Picture),
        new("pdf", "application/pdf", MediaKind.Document),
        new("docx", OpenXml + "wordprocessingml.document", MediaKind.Document),
        new("odt", OpenDocument + "text", MediaKind.Document),
        new("pptx", OpenXml + "presentationml.presentation", MediaKind.Presentation),
        new("odp", OpenDocument + "presentation", MediaKind.Presentation),
        new("xlsx", OpenXml + "spreadsheetml.sheet", MediaKind.Spreadsheet),
        new("ods", OpenDocument + "spreadsheet", MediaKind.Spreadsheet),
        new("mp4", "video/mp4", MediaKind.Video),
        new("webm", "video/webm", MediaKind.Video),
        new("mp3", "audio/mpeg", MediaKind.Audio),
        new("m4a", "audio/mp4", MediaKind.Audio),
        new("vtt", "text/vtt", MediaKind.Captions),
    ];

    /// <summary>The ends of names, as a sentence lists them.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(kind => kind.Extension));

    /// <summary>The value of a file field's attribute accept.</summary>
    public static string Accept { get; } = string.Join(',', All.Select(kind => $".{kind.Extension}"));

    public bool IsOffice => ContentType.StartsWith(OpenXml, StringComparison.Ordinal);

    public bool IsOpenDocument => ContentType.StartsWith(OpenDocument, StringComparison.Ordinal);

    /// <summary>What people call such a file.</summary>
    public string Name => Extension == "jpeg" ? "JPG" : Extension.ToUpperInvariant();

    /// <summary>The kind that a name ends with; null when the library does not take it.</summary>
    public static FileKind? Of(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.');
        return All.FirstOrDefault(kind => string.Equals(kind.Extension, extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Why files of an ending are not taken, in a sentence that helps.</summary>
    public static string WhyNot(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant() switch
    {
        "svg" or "svgz" => "SVG pictures can hold script, so they are not taken. Save it as a PNG.",
        "html" or "htm" or "xhtml" or "xml" or "js" or "mjs" => "Web pages and scripts are not taken.",
        "docm" or "dotm" or "pptm" or "potm" or "xlsm" or "xltm" or "xlsb" => "Office files with macros are not taken. Save it without macros.",
        "doc" or "ppt" or "xls" or "rtf" => $"It is of an old format that can hold macros. Save it as {(name.EndsWith("ppt", StringComparison.OrdinalIgnoreCase) ? "pptx" : name.EndsWith("xls", StringComparison.OrdinalIgnoreCase) ? "xlsx" : "docx")} or PDF.",
        "heic" or "heif" or "tif" or "tiff" or "bmp" or "avif" => "Browsers do not all show such pictures. Save it as a JPG or PNG.",
        "mov" or "avi" or "wmv" or "mkv" => "Browsers do not all play such videos. Save it as an MP4.",
        "zip" or "7z" or "rar" => "Archives are not taken. Upload the files in it.",
        _ => $"It is not a kind of file that can be used. Use one of {Names}.",
    };
}
