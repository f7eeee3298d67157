using System.Globalization;

namespace LearningDev.Content.Media.Browsing;

/// <summary>A file's facts in words.</summary>
internal static class MediaFacts
{
    private const int ThumbnailWidth = 320;

    extension(MediaKind kind)
    {
        /// <summary>The kind as people call it.</summary>
        public string Words => kind switch
        {
            MediaKind.Audio => "Sound recording",
            _ => kind.ToString(),
        };
    }

    extension(MediaFile file)
    {
        /// <summary>The format, for example "JPG".</summary>
        public string Format => Path.GetExtension(file.Path).TrimStart('.').ToUpperInvariant();

        /// <summary>The size, for example "1.4MB".</summary>
        public string Size => SizeWords(file.Length);

        /// <summary>The address of a small picture; null for what is no picture.</summary>
        public string? Thumbnail => file.Kind == MediaKind.Picture ? MediaLinks.Of(file, ThumbnailWidth) : null;
    }

    /// <summary>A number of bytes in words.</summary>
    public static string SizeWords(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)}KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#}MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024 / 1024:0.##}GB"),
    };
}
