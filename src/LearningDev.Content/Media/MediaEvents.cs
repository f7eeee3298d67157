using System.Text.Json.Serialization;
using LearningDev.Platform.Events;

namespace LearningDev.Content.Media;

/// <summary>A file is not accepted; the message says why.</summary>
/// <param name="message">Why, as people read it, with a full stop.</param>
public sealed class MediaRefusedException(string message) : Exception(message);

/// <summary>A file was added to the media library or put in another's place.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record MediaSaved(string Path, long Length) : MediaEvent(Path)
{
    /// <inheritdoc />
    public override string Summary => $"Saved the file {Path}";
}

/// <summary>What a file shows or says was described.</summary>
/// <param name="Path">The file's path.</param>
public sealed record MediaDescribed(string Path) : MediaEvent(Path)
{
    /// <inheritdoc />
    public override string Summary => $"Described the file {Path}";
}

/// <summary>The captions of a file were added, changed or taken away.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Language">Their language, as in BCP 47.</param>
/// <param name="IsRemoved">True when they were taken away.</param>
public sealed record MediaCaptioned(string Path, string Language, bool IsRemoved) : MediaEvent(Path)
{
    /// <inheritdoc />
    public override string Summary => $"{(IsRemoved ? "Removed" : "Saved")} the captions ({Language}) of the file {Path}";
}

/// <summary>A file was moved or renamed. Its earlier address goes on leading to it.</summary>
/// <param name="From">The path that it had.</param>
/// <param name="Path">The path that it has.</param>
public sealed record MediaMoved(string From, string Path) : MediaEvent(Path)
{
    /// <inheritdoc />
    public override string Summary => $"Moved the file {From} to {Path}";
}

/// <summary>A file was removed.</summary>
/// <param name="Path">The path that it had.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record MediaRemoved(string Path, long Length) : MediaEvent(Path)
{
    /// <inheritdoc />
    public override string Summary => $"Removed the file {Path}";
}

/// <summary>A folder was made, moved or removed.</summary>
/// <param name="From">The path that it had; empty for a new one.</param>
/// <param name="To">The path that it has; empty when it is no more.</param>
/// <param name="Files">How many files went with it.</param>
public sealed record MediaFolderChanged(string From, string To, int Files) : MediaEvent(To.Length > 0 ? To : From)
{
    /// <inheritdoc />
    public override string Summary =>
        From.Length == 0 ? $"Made the media folder {To}"
        : To.Length == 0 ? $"Removed the media folder {From}"
        : $"Moved the media folder {From} to {To}, with {Files} {(Files == 1 ? "file" : "files")}";
}

/// <summary>Something happened in the media library.</summary>
/// <param name="Path">The path of what it happened to.</param>
public abstract record MediaEvent(string Path) : IPortalEvent
{
    private const int LongestId = 100;

    /// <inheritdoc />
    [JsonIgnore]
    public AuditSubject Subject => new("Media", Path.Length <= LongestId ? Path : Path[^LongestId..], Path);

    /// <inheritdoc />
    [JsonIgnore]
    public abstract string Summary { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}
