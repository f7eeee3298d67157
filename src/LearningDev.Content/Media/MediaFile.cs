namespace LearningDev.Content.Media;

/// <summary>A file of the media library. It is kept in the database, so that it is saved, backed up and shared between nodes with the rest.</summary>
public sealed class MediaFile
{
    /// <summary>The longest path in characters.</summary>
    public const int PathLength = 255;

    /// <summary>The path in the library, for example "courses/first-aid.jpg".</summary>
    public required string Path { get; init; }

    /// <summary>The media type, for example "image/jpeg".</summary>
    public required string ContentType { get; set; }

    /// <summary>The file's size in bytes.</summary>
    public required long Length { get; set; }

    /// <summary>The SHA-256 of the bytes in hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>What the picture shows, for those who cannot see it.</summary>
    public string AlternativeText { get; set; } = "";

    /// <summary>When the file was last changed, in UTC.</summary>
    public required DateTime ModifiedUtc { get; set; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; set; }
}
