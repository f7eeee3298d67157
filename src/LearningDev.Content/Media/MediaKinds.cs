namespace LearningDev.Content.Media;

/// <summary>A kind of file that the library takes, known by its extension and by how its bytes begin.</summary>
internal sealed record MediaKindOfFile(string Extension, string ContentType, Func<byte[], bool> Matches);

internal static class MediaKinds
{
    private static readonly MediaKindOfFile[] All =
    [
        new("jpg", "image/jpeg", Begins([0xFF, 0xD8, 0xFF])),
        new("jpeg", "image/jpeg", Begins([0xFF, 0xD8, 0xFF])),
        new("png", "image/png", Begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new("gif", "image/gif", bytes => Begins("GIF87a"u8.ToArray())(bytes) || Begins("GIF89a"u8.ToArray())(bytes)),
        new("webp", "image/webp", bytes => Begins("RIFF"u8.ToArray())(bytes) && bytes.Length > 12 && bytes.AsSpan(8, 4).SequenceEqual("WEBP"u8)),
        new("pdf", "application/pdf", Begins("%PDF-"u8.ToArray())),
        new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", IsZip),
        new("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", IsZip),
        new("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", IsZip),
        new("mp4", "video/mp4", bytes => bytes.Length > 12 && bytes.AsSpan(4, 4).SequenceEqual("ftyp"u8)),
        new("vtt", "text/vtt", bytes => Begins("WEBVTT"u8.ToArray())(bytes)),
    ];

    public static string Names => string.Join(", ", All.Select(kind => kind.Extension));

    public static MediaKindOfFile? Find(string path)
    {
        var extension = Path.GetExtension(path).TrimStart('.');
        return Array.Find(All, kind => string.Equals(kind.Extension, extension, StringComparison.OrdinalIgnoreCase));
    }

    private static Func<byte[], bool> Begins(byte[] signature) => bytes => bytes.AsSpan().StartsWith(signature);

    private static bool IsZip(byte[] bytes) => Begins([0x50, 0x4B, 0x03, 0x04])(bytes);
}
