using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Foldering;
using LearningDev.Content.Media.Storing;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.People;
using LearningDev.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media;

/// <summary>Keeps files for content (CMS-03): takes those that its checks let pass, finds them by their address of today or of earlier, and reads them.</summary>
public sealed class MediaLibrary
{
    private const long BytesOfGigabyte = 1024L * 1024 * 1024;

    private readonly PortalDb db;
    private readonly MediaBlobs blobs;
    private readonly FileCheck check;
    private readonly MediaFolders folders;
    private readonly ISettings settings;
    private readonly IEvents events;
    private readonly CurrentPerson person;
    private readonly TimeProvider time;

    internal MediaLibrary(
        PortalDb db, MediaBlobs blobs, FileCheck check, MediaFolders folders, ISettings settings, IEvents events, CurrentPerson person, TimeProvider time)
    {
        this.db = db;
        this.blobs = blobs;
        this.check = check;
        this.folders = folders;
        this.settings = settings;
        this.events = events;
        this.person = person;
        this.time = time;
    }

    /// <summary>Adds a file at a path or puts another in the place of the one that is there.</summary>
    /// <param name="path">The path, for example "courses/first-aid.jpg"; an earlier one of a file means that file.</param>
    /// <param name="content">The bytes, which can be read from any place.</param>
    /// <param name="words">What is said of it; null for what stays as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>True when something changed.</returns>
    /// <exception cref="MediaRefusedException">The path, the kind, the size or the content is not accepted.</exception>
    public async Task<bool> SaveAsync(string path, Stream content, MediaWords? words = null, CancellationToken cancellation = default)
    {
        path = MediaPaths.Tidy(path);
        if (!MediaPaths.IsUsable(path))
        {
            throw new MediaRefusedException($"{path} is not a file name that can be used. Use letters, digits, hyphens, dots and slashes.");
        }

        try
        {
            await using var file = await check.CheckAsync(path, content, anyPicture: false, cancellation);
            return await FindTrackedAsync(path, cancellation) is { } known
                ? await SaveOverAsync(known, file, words ?? new MediaWords(), cancellation)
                : await AddNewAsync(file, [path], words, cancellation) is not null;
        }
        catch (MediaRefusedException refused)
        {
            throw new MediaRefusedException($"{path}: {refused.Message}");
        }
    }

    /// <summary>Adds a file at a path or puts another in the place of the one that is there.</summary>
    /// <exception cref="MediaRefusedException">The path, the kind, the size or the content is not accepted.</exception>
    public async Task<bool> SaveAsync(string path, byte[] bytes, MediaWords? words = null, CancellationToken cancellation = default)
    {
        using var content = new MemoryStream(bytes, writable: false);
        return await SaveAsync(path, content, words, cancellation);
    }

    /// <summary>Finds a file by its address of today or an earlier one, without its bytes; null when there is none.</summary>
    public async Task<MediaFile?> FindAsync(string path, CancellationToken cancellation = default) =>
        await At(path).AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Reads a file by its path of today; null when there is none.</summary>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation = default) =>
        await FindAsync(path, cancellation) is { } file ? await blobs.ReadAsync(file.BlobId, file.Length, cancellation) : null;

    /// <summary>Opens a file's bytes. They are read out of the database piece by piece.</summary>
    public Stream Open(MediaFile file) => blobs.Open(file.BlobId, file.Length);

    /// <summary>Adds a file that was checked, under a path made of its name; never in another's place.</summary>
    /// <returns>The new file, or the same one where the folder has it already.</returns>
    /// <exception cref="MediaRefusedException">The library is full.</exception>
    internal async Task<MediaFile> AddAsync(CheckedFile file, string name, string folder, MediaWords? words, CancellationToken cancellation)
    {
        var stem = MediaPaths.Stem(name);
        var extension = file.ContentType == file.Kind.ContentType ? file.Kind.Extension : FileKind.All.First(kind => kind.ContentType == file.ContentType).Extension;
        var beginning = MediaPaths.Join(folder, stem);
        var same = await db.Set<MediaFile>().Where(one => one.Folder == folder && one.SourceHash == file.SourceHash && one.Path.StartsWith(beginning)).OrderBy(one => one.Path)
            .FirstOrDefaultAsync(cancellation);
        return same ?? await AddNewAsync(file, Candidates(beginning, extension), words, cancellation);
    }

    /// <summary>Puts other bytes in a file's place. Its address stays.</summary>
    /// <exception cref="MediaRefusedException">They are of another kind, or the library is full.</exception>
    internal async Task<bool> ReplaceAsync(MediaFile file, CheckedFile with, CancellationToken cancellation)
    {
        var isSameKind = file.Kind == MediaKind.Picture ? with.Kind.Kind == MediaKind.Picture : with.ContentType == file.ContentType;
        if (!isSameKind)
        {
            throw new MediaRefusedException(file.Kind == MediaKind.Picture
                ? "A picture can only be replaced by a picture."
                : $"A {Path.GetExtension(file.Path).TrimStart('.').ToUpperInvariant()} file can only be replaced by another. Upload this one as a new file.");
        }

        return await SaveOverAsync(file, await check.AsAsync(with, file.ContentType, cancellation), new MediaWords(), cancellation);
    }

    /// <summary>Gives a file its words, without saving or telling.</summary>
    internal static void Give(MediaFile file, MediaWords words)
    {
        file.AlternativeText = words.AlternativeText ?? file.AlternativeText;
        file.IsDecorative = words.IsDecorative ?? file.IsDecorative;
        file.Transcript = words.Transcript ?? file.Transcript;
    }

    /// <summary>Notes who changes a file, and when.</summary>
    internal void Touch(MediaFile file)
    {
        file.ModifiedUtc = time.GetUtcNow().UtcDateTime;
        file.ModifiedBy = person.Principal.Identity?.Name ?? "";
        file.Revision++;
    }

    /// <summary>Saves what was changed of a file.</summary>
    /// <exception cref="MediaRefusedException">Somebody else has changed it meanwhile.</exception>
    internal async Task StoreAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new MediaRefusedException("Somebody else has changed this file meanwhile. Open it again to see what is there now.");
        }
    }

    private IQueryable<MediaFile> At(string path) => db.Set<MediaFile>().Where(file =>
        file.Path == path || db.Set<MediaAlias>().Any(alias => alias.Path == path && alias.FileId == file.Id));

    private Task<MediaFile?> FindTrackedAsync(string path, CancellationToken cancellation) => At(path).SingleOrDefaultAsync(cancellation);

    private async Task<bool> SaveOverAsync(MediaFile known, CheckedFile file, MediaWords words, CancellationToken cancellation)
    {
        var isSame = known.SourceHash == file.SourceHash || known.Hash == file.SourceHash;
        if (isSame && words.IsOf(known))
        {
            return false;
        }

        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        if (!isSame)
        {
            await RequireSpaceAsync(file.Content.Length - known.Length, cancellation);
            await blobs.DeleteAsync(known.BlobId, cancellation);
            known.BlobId = await blobs.WriteAsync(file.Content, cancellation);
            (known.ContentType, known.Length, known.Hash, known.SourceHash) = (file.ContentType, file.Content.Length, file.Hash, file.SourceHash);
            (known.Width, known.Height) = (file.Width, file.Height);
        }

        Give(known, words);
        Touch(known);
        await StoreAsync(cancellation);
        await events.PublishAsync(new MediaSaved(known.Path, known.Length), cancellation);
        if (own is not null)
        {
            await own.CommitAsync(cancellation);
        }

        return true;
    }

    private async Task<MediaFile> AddNewAsync(CheckedFile file, IEnumerable<string> paths, MediaWords? words, CancellationToken cancellation)
    {
        await RequireSpaceAsync(file.Content.Length, cancellation);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var blob = await blobs.WriteAsync(file.Content, cancellation);
        foreach (var path in paths)
        {
            if (await At(path).AnyAsync(cancellation))
            {
                continue;
            }

            var now = time.GetUtcNow().UtcDateTime;
            var by = person.Principal.Identity?.Name ?? "";
            var added = new MediaFile
            {
                Id = Identifiers.New(),
                Path = path,
                Folder = MediaPaths.FolderOf(path),
                Kind = file.Kind.Kind,
                ContentType = file.ContentType,
                Length = file.Content.Length,
                Hash = file.Hash,
                SourceHash = file.SourceHash,
                BlobId = blob,
                Width = file.Width,
                Height = file.Height,
                AddedUtc = now,
                AddedBy = by,
                ModifiedUtc = now,
                ModifiedBy = by,
            };
            Give(added, words ?? new MediaWords());
            await folders.RequireAsync(added.Folder, cancellation);
            db.Add(added);
            try
            {
                await db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException taken) when (PortalDb.IsUniqueViolation(taken))
            {
                // Somebody else has just added a file at this path, or made the folder: the next path, or this one once more.
                db.ChangeTracker.Clear();
                continue;
            }

            await events.PublishAsync(new MediaSaved(path, added.Length), cancellation);
            if (own is not null)
            {
                await own.CommitAsync(cancellation);
            }

            return added;
        }

        throw new MediaRefusedException("Somebody else has just added a file of this name. Upload it again.");
    }

    private async Task RequireSpaceAsync(long more, CancellationToken cancellation)
    {
        var most = (await settings.GetAsync<MediaSettings>(cancellation)).LibraryGigabytes;
        if (more > 0 && await db.Set<MediaFile>().SumAsync(file => file.Length, cancellation) + more > most * BytesOfGigabyte)
        {
            throw new MediaRefusedException($"The library is full: its files may take {most:N0}GB together. Remove what is not used, or ask an administrator.");
        }
    }

    private static IEnumerable<string> Candidates(string beginning, string extension)
    {
        const int most = 10_000;
        return Enumerable.Range(1, most).Select(number => $"{beginning}{(number == 1 ? "" : $"-{number}")}.{extension}");
    }
}

/// <summary>What is said of a file; null for what stays as it is.</summary>
/// <param name="AlternativeText">What the picture shows, for those who cannot see it; 400 characters at most.</param>
/// <param name="IsDecorative">True for a picture that tells nothing.</param>
/// <param name="Transcript">What is said and shown in a recording, as Markdown.</param>
public sealed record MediaWords(string? AlternativeText = null, bool? IsDecorative = null, string? Transcript = null)
{
    internal bool IsOf(MediaFile file) =>
        (AlternativeText ?? file.AlternativeText) == file.AlternativeText
        && (IsDecorative ?? file.IsDecorative) == file.IsDecorative
        && (Transcript ?? file.Transcript) == file.Transcript;
}
