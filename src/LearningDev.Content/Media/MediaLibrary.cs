using System.Security.Cryptography;
using System.Text.RegularExpressions;
using LearningDev.Content.Items;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media;

/// <summary>Keeps files for content (CMS-03). Only kinds of file on the list are taken, and only when the bytes are what the name says.</summary>
public sealed partial class MediaLibrary(PortalDb db, IEvents events, TimeProvider time)
{
    /// <summary>The largest file that is taken: 20 megabytes.</summary>
    public const long MaximumLength = 20 * 1024 * 1024;

    private const string Folder = "added";
    private const int LongestStem = 200;

    /// <summary>Adds a file or puts another in its place.</summary>
    /// <returns>True when something changed.</returns>
    /// <exception cref="MediaRefusedException">The path, the kind, the size or the bytes are not accepted.</exception>
    public async Task<bool> SaveAsync(string path, byte[] bytes, string? alternativeText, CancellationToken cancellation = default)
    {
        path = path.Replace('\\', '/').Trim('/');
        if (path.Length > MediaFile.PathLength || !PathShape().IsMatch(path) || path.Contains("..", StringComparison.Ordinal))
        {
            throw new MediaRefusedException($"{path} is not a file name that can be used. Use letters, digits, hyphens, dots and slashes.");
        }

        var kind = MediaKinds.Find(path) ?? throw new MediaRefusedException($"{path} is not a kind of file that can be used. Use one of {MediaKinds.Names}.");
        if (bytes.Length is 0 || bytes.LongLength > MaximumLength)
        {
            throw new MediaRefusedException($"{path} must have content and be smaller than {MaximumLength / 1024 / 1024}MB.");
        }

        if (!kind.Matches(bytes))
        {
            throw new MediaRefusedException($"{path} is not what its name says: the content is no {kind.Extension.ToUpperInvariant()} file.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var file = await db.Set<MediaFile>().FindAsync([path], cancellation);
        if (file is not null && file.Hash == hash && file.AlternativeText == (alternativeText ?? file.AlternativeText))
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (file is null)
        {
            db.Add(new MediaFile
            {
                Path = path,
                ContentType = kind.ContentType,
                Length = bytes.LongLength,
                Hash = hash,
                Bytes = bytes,
                AlternativeText = alternativeText ?? "",
                ModifiedUtc = now,
            });
        }
        else
        {
            file.ContentType = kind.ContentType;
            file.Length = bytes.LongLength;
            file.Hash = hash;
            file.Bytes = bytes;
            file.AlternativeText = alternativeText ?? file.AlternativeText;
            file.ModifiedUtc = now;
        }

        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MediaSaved(path, bytes.LongLength), cancellation);
        return true;
    }

    /// <summary>Adds a file under a path made of its name; never in another's place.</summary>
    /// <returns>The path: of the new file, or of the same file where the library has it already.</returns>
    /// <exception cref="MediaRefusedException">The kind, the size or the bytes are not accepted.</exception>
    public async Task<string> AddAsync(string fileName, byte[] bytes, string? alternativeText, CancellationToken cancellation = default)
    {
        var name = fileName.Replace('\\', '/').Split('/')[^1];
        var stem = ContentRoutes.Slug(Path.GetFileNameWithoutExtension(name)) is { Length: > 0 } words ? words : "file";
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        for (var number = 1; ; number++)
        {
            var path = $"{Folder}/{stem[..Math.Min(stem.Length, LongestStem)]}{(number == 1 ? "" : $"-{number}")}{extension}";
            var taken = await db.Set<MediaFile>().Where(file => file.Path == path).Select(file => file.Hash).SingleOrDefaultAsync(cancellation);
            if (taken is null)
            {
                await SaveAsync(path, bytes, alternativeText, cancellation);
                return path;
            }

            if (taken == hash)
            {
                return path;
            }
        }
    }

    /// <summary>Finds a file with its bytes; null when there is none at the path.</summary>
    public Task<MediaFile?> FindAsync(string path, CancellationToken cancellation = default) =>
        db.Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Path == path, cancellation);

    /// <summary>The paths of all files, in alphabetical order.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(CancellationToken cancellation = default) =>
        await db.Set<MediaFile>().OrderBy(file => file.Path).Select(file => file.Path).ToListAsync(cancellation);

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}._ -]*(/[\p{L}\p{N}][\p{L}\p{N}._ -]*)*$")]
    private static partial Regex PathShape();
}

/// <summary>A file is not accepted; the message says why.</summary>
/// <param name="message">Why.</param>
public sealed class MediaRefusedException(string message) : Exception(message);

/// <summary>A file was added to the media library or put in another's place.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Length">Its size in bytes.</param>
public sealed record MediaSaved(string Path, long Length) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Media", Path.Length <= 100 ? Path : Path[^100..], Path);

    /// <inheritdoc />
    public string Summary => $"Saved the file {Path}";
}
