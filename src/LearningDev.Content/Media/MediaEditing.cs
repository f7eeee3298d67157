using LearningDev.Content.Media.Checking;
using LearningDev.Content.Media.Foldering;
using LearningDev.Content.Media.Storing;
using LearningDev.Content.Media.Uses;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media;

/// <summary>Changes files that are in the library: their words, captions and places; and removes those that nothing shows.</summary>
internal sealed class MediaEditing(PortalDb db, MediaLibrary library, MediaBlobs blobs, MediaFolders folders, MediaUses uses, IEvents events)
{
    /// <summary>Finds a file to change it; null when there is none of which the person may know.</summary>
    public async Task<MediaFile?> FindAsync(string id, CancellationToken cancellation) =>
        await (await uses.SeenAsync(db.Set<MediaFile>(), cancellation)).SingleOrDefaultAsync(file => file.Id == id, cancellation);

    /// <summary>Finds several files, in the order of their paths.</summary>
    public async Task<IReadOnlyList<MediaFile>> FindAllAsync(IReadOnlyList<string> ids, CancellationToken cancellation) =>
        await (await uses.SeenAsync(db.Set<MediaFile>(), cancellation)).Where(file => ids.Contains(file.Id)).OrderBy(file => file.Path).ToListAsync(cancellation);

    /// <summary>The captions of a file, by language.</summary>
    public async Task<IReadOnlyList<MediaCaptions>> CaptionsAsync(string id, CancellationToken cancellation) =>
        await db.Set<MediaCaptions>().AsNoTracking().Where(captions => captions.FileId == id).OrderBy(captions => captions.Language).ToListAsync(cancellation);

    /// <summary>Says what a file shows or says.</summary>
    /// <exception cref="MediaRefusedException">Somebody else has changed the file meanwhile.</exception>
    public async Task DescribeAsync(MediaFile file, MediaWords words, CancellationToken cancellation)
    {
        if (words.IsOf(file))
        {
            return;
        }

        var before = (file.AlternativeText, file.IsDecorative, file.Transcript);
        MediaLibrary.Give(file, words);
        library.Touch(file);
        await library.StoreAsync(cancellation);
        AuditChange[] changes =
        [
            new("Alternative text", before.AlternativeText, file.AlternativeText),
            new("Only decorates", before.IsDecorative ? "Yes" : "No", file.IsDecorative ? "Yes" : "No"),
            new("Transcript", before.Transcript, file.Transcript),
        ];
        await events.PublishAsync(new MediaDescribed(file.Path) { Changes = [.. changes.Where(change => change.Before != change.After)] }, cancellation);
    }

    /// <summary>Gives a file captions in a language, or others in the place of those.</summary>
    /// <returns>False when it has just these.</returns>
    /// <exception cref="MediaRefusedException">They are no captions.</exception>
    public async Task<bool> CaptionAsync(MediaFile file, string language, string? text, CancellationToken cancellation)
    {
        if (WebVtt.Fault(text) is { } fault)
        {
            throw new MediaRefusedException(fault);
        }

        if (await db.Set<MediaCaptions>().FindAsync([file.Id, language], cancellation) is not { } known)
        {
            db.Add(new MediaCaptions { FileId = file.Id, Language = language, Text = text! });
        }
        else if (known.Text == text)
        {
            return false;
        }
        else
        {
            known.Text = text!;
        }

        library.Touch(file);
        await library.StoreAsync(cancellation);
        await events.PublishAsync(new MediaCaptioned(file.Path, language, IsRemoved: false), cancellation);
        return true;
    }

    /// <summary>Takes the captions of a language away.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> UncaptionAsync(MediaFile file, string language, CancellationToken cancellation)
    {
        if (await db.Set<MediaCaptions>().FindAsync([file.Id, language], cancellation) is not { } known)
        {
            return false;
        }

        db.Remove(known);
        library.Touch(file);
        await library.StoreAsync(cancellation);
        await events.PublishAsync(new MediaCaptioned(file.Path, language, IsRemoved: true), cancellation);
        return true;
    }

    /// <summary>Moves a file to another folder, renames it, or both. The earlier address goes on leading to it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="folder">The folder, which must exist.</param>
    /// <param name="name">The new name; its end stays what it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>False when it is there already.</returns>
    /// <exception cref="MediaRefusedException">Another file has, or had, this path; or the path would be too long.</exception>
    public async Task<bool> MoveAsync(MediaFile file, string folder, string name, CancellationToken cancellation)
    {
        var extension = Path.GetExtension(file.Path);
        var stem = name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name[..^extension.Length] : name;
        var path = MediaPaths.Join(folder, MediaPaths.FolderName(stem) is { Length: > 0 } slug ? slug + extension : file.Name);
        var from = file.Path;
        if (path == from)
        {
            return false;
        }

        if (!MediaPaths.IsUsable(path))
        {
            throw new MediaRefusedException("The path would be too long. Use a shorter name.");
        }

        if (await db.Set<MediaFile>().AnyAsync(other => other.Path == path, cancellation))
        {
            throw new MediaRefusedException("There is a file of this name in the folder already.");
        }

        await folders.RequireAsync(folder, cancellation);
        await folders.MoveFilesAsync([file], _ => path, cancellation);
        library.Touch(file);
        await library.StoreAsync(cancellation);
        await events.PublishAsync(new MediaMoved(from, path), cancellation);
        return true;
    }

    /// <summary>Removes a file for good, unless something shows it.</summary>
    /// <returns>False when it is used: then it stays.</returns>
    /// <exception cref="MediaRefusedException">Somebody else has changed the file meanwhile.</exception>
    public async Task<bool> RemoveAsync(MediaFile file, CancellationToken cancellation)
    {
        if (await uses.CountAsync(file, cancellation) > 0)
        {
            return false;
        }

        await db.Set<MediaAlias>().Where(alias => alias.FileId == file.Id).ExecuteDeleteAsync(cancellation);
        await db.Set<MediaCaptions>().Where(captions => captions.FileId == file.Id).ExecuteDeleteAsync(cancellation);
        await blobs.DeleteAsync(file.BlobId, cancellation);
        db.Remove(file);
        await library.StoreAsync(cancellation);
        await events.PublishAsync(new MediaRemoved(file.Path, file.Length), cancellation);
        return true;
    }
}
