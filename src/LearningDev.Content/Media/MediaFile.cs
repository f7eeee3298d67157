namespace LearningDev.Content.Media;

/// <summary>What a file of the media library is for.</summary>
public enum MediaKind
{
    /// <summary>A picture: JPEG, PNG, GIF or WebP.</summary>
    Picture,

    /// <summary>A text document: PDF, Word or OpenDocument.</summary>
    Document,

    /// <summary>Slides: PowerPoint or OpenDocument.</summary>
    Presentation,

    /// <summary>Tables: Excel or OpenDocument.</summary>
    Spreadsheet,

    /// <summary>A film: MP4 or WebM.</summary>
    Video,

    /// <summary>Sound: MP3 or M4A.</summary>
    Audio,

    /// <summary>Captions by themselves, as WebVTT.</summary>
    Captions,
}

/// <summary>A file of the media library (CMS-03). Its bytes are kept in pieces beside it, in the same database, so that it is saved, backed up and shared between nodes with the rest.</summary>
public sealed class MediaFile
{
    /// <summary>The longest path in characters.</summary>
    public const int PathLength = 255;

    /// <summary>The longest alternative text in characters; what needs more is described in the text beside the picture.</summary>
    public const int AlternativeTextLength = 400;

    /// <summary>The longest transcript in characters: some hours of speech.</summary>
    public const int TranscriptLength = 200_000;

    /// <summary>The id, which stays when the file is moved, renamed or replaced.</summary>
    public required string Id { get; init; }

    /// <summary>The path in the library, for example "courses/first-aid.jpg". It ends the file's address.</summary>
    public required string Path { get; set; }

    /// <summary>The folder that the file stands in, for example "courses"; empty for the top.</summary>
    public required string Folder { get; set; }

    /// <summary>What the file is for.</summary>
    public required MediaKind Kind { get; init; }

    /// <summary>The media type, for example "image/jpeg".</summary>
    public required string ContentType { get; set; }

    /// <summary>The file's size in bytes.</summary>
    public required long Length { get; set; }

    /// <summary>The SHA-256 of the bytes in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The SHA-256 of what was uploaded: pictures are made anew of it.</summary>
    public required string SourceHash { get; set; }

    /// <summary>Which pieces hold the bytes.</summary>
    public required string BlobId { get; set; }

    /// <summary>A picture's width in pixels; null for what is no picture.</summary>
    public int? Width { get; set; }

    /// <summary>A picture's height in pixels; null for what is no picture.</summary>
    public int? Height { get; set; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string AlternativeText { get; set; } = "";

    /// <summary>True for a picture that tells nothing, so that screen readers pass it over.</summary>
    public bool IsDecorative { get; set; }

    /// <summary>What is said and shown in a video or recording, as Markdown.</summary>
    public string Transcript { get; set; } = "";

    /// <summary>When the file was added, in UTC.</summary>
    public required DateTime AddedUtc { get; init; }

    /// <summary>The user name of who added it; empty for the portal itself.</summary>
    public required string AddedBy { get; init; }

    /// <summary>When the file was last changed, in UTC.</summary>
    public required DateTime ModifiedUtc { get; set; }

    /// <summary>The user name of who changed it last; empty for the portal itself.</summary>
    public required string ModifiedBy { get; set; }

    /// <summary>Rises with each change: who changes what somebody else has changed meanwhile is told.</summary>
    public int Revision { get; set; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The beginning of the hash, by which an address names these very bytes.</summary>
    public string Version => Hash[..12];

    /// <summary>False for a picture of which nobody has said what it shows or that it only decorates.</summary>
    public bool IsDescribed => Kind != MediaKind.Picture || IsDecorative || AlternativeText.Length > 0;
}

/// <summary>An earlier address of a file, which goes on leading to it.</summary>
internal sealed class MediaAlias
{
    /// <summary>The earlier path.</summary>
    public required string Path { get; init; }

    /// <summary>The file.</summary>
    public required string FileId { get; init; }
}

/// <summary>A folder, which may be empty.</summary>
internal sealed class MediaFolder
{
    /// <summary>The path, for example "courses/2026".</summary>
    public required string Path { get; set; }
}

/// <summary>A piece of a file's bytes.</summary>
internal sealed class MediaChunk
{
    /// <summary>Which file's bytes.</summary>
    public required string BlobId { get; init; }

    /// <summary>The place of the piece, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>The bytes; as many as a piece has but for the last.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>A picture in a smaller width, made when it was first asked for.</summary>
internal sealed class MediaVariant
{
    /// <summary>The bytes that it was made of.</summary>
    public required string BlobId { get; init; }

    /// <summary>Its width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The picture as WebP.</summary>
    public required byte[] Bytes { get; init; }
}

/// <summary>The captions of a video or recording in one language.</summary>
internal sealed class MediaCaptions
{
    /// <summary>The file.</summary>
    public required string FileId { get; init; }

    /// <summary>The language as in BCP 47, for example "en" or "cy".</summary>
    public required string Language { get; init; }

    /// <summary>The captions as WebVTT.</summary>
    public required string Text { get; set; }
}
