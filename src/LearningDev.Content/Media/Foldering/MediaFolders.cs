using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Content.Media.Foldering;

/// <summary>Makes, moves and removes folders of the library.</summary>
internal sealed class MediaFolders(PortalDb db, IEvents events)
{
    /// <summary>How many files a folder that is moved may hold, those of the folders in it included.</summary>
    public const int MostMoved = 5000;

    private const int MostListed = 1000;

    /// <summary>The folders in a folder, by name.</summary>
    public async Task<IReadOnlyList<string>> InAsync(string folder, CancellationToken cancellation)
    {
        var beginning = folder.Length == 0 ? "" : folder + "/";
        var all = await db.Set<MediaFolder>().Where(one => one.Path.StartsWith(beginning)).OrderBy(one => one.Path).Select(one => one.Path).ToListAsync(cancellation);
        return [.. all.Where(path => path.Length > beginning.Length && path.IndexOf('/', beginning.Length) < 0).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>All folders, by path; a thousand at most.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellation) =>
        await db.Set<MediaFolder>().OrderBy(folder => folder.Path).Select(folder => folder.Path).Take(MostListed).ToListAsync(cancellation);

    public Task<bool> ExistsAsync(string folder, CancellationToken cancellation) =>
        folder.Length == 0 ? Task.FromResult(true)
        // PostgreSQL does not take U+0000.
        : folder.Length > MediaFile.PathLength || folder.Contains('\0', StringComparison.Ordinal) ? Task.FromResult(false)
        : db.Set<MediaFolder>().AnyAsync(one => one.Path == folder, cancellation);

    /// <summary>Adds rows for a folder and all above it where there are none, without saving.</summary>
    public async Task RequireAsync(string folder, CancellationToken cancellation)
    {
        foreach (var path in MediaPaths.WithParents(folder))
        {
            if (await db.Set<MediaFolder>().FindAsync([path], cancellation) is not null)
            {
                return;
            }

            db.Add(new MediaFolder { Path = path });
        }
    }

    /// <summary>Makes a folder.</summary>
    /// <returns>Its path; null when there is one of this name.</returns>
    /// <exception cref="MediaRefusedException">The name cannot be used.</exception>
    public async Task<string?> AddAsync(string inside, string name, CancellationToken cancellation)
    {
        var path = PathOf(inside, name);
        if (await ExistsAsync(path, cancellation))
        {
            return null;
        }

        await RequireAsync(path, cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MediaFolderChanged("", path, 0), cancellation);
        return path;
    }

    /// <summary>Renames a folder or moves it into another, with all that is in it. Earlier addresses of its files go on leading to them.</summary>
    /// <returns>The new path.</returns>
    /// <exception cref="MediaRefusedException">It cannot be there, or holds too many files.</exception>
    public async Task<string> MoveAsync(string folder, string inside, string name, CancellationToken cancellation)
    {
        var path = PathOf(inside, name);
        if (path == folder)
        {
            return path;
        }

        if (inside == folder || inside.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            throw new MediaRefusedException("A folder cannot be moved into itself.");
        }

        if (await ExistsAsync(path, cancellation))
        {
            throw new MediaRefusedException("There is a folder of this name already.");
        }

        var beginning = folder + "/";
        var files = await db.Set<MediaFile>().Where(file => file.Path.StartsWith(beginning)).OrderBy(file => file.Id).Take(MostMoved + 1).ToListAsync(cancellation);
        if (files.Count > MostMoved)
        {
            throw new MediaRefusedException($"The folder holds more than {MostMoved:N0} files. Move the folders in it one by one.");
        }

        await RequireAsync(inside, cancellation);
        var old = await db.Set<MediaFolder>().Where(one => one.Path == folder || one.Path.StartsWith(beginning)).ToListAsync(cancellation);
        db.RemoveRange(old);
        db.AddRange(old.Select(one => new MediaFolder { Path = Checked(path + one.Path[folder.Length..]) }));
        await MoveFilesAsync(files, file => Checked(path + file.Path[folder.Length..]), cancellation);
        await db.SaveChangesAsync(cancellation);
        await events.PublishAsync(new MediaFolderChanged(folder, path, files.Count), cancellation);
        return path;
    }

    /// <summary>Gives files other paths, without saving; the earlier ones go on leading to them.</summary>
    public async Task MoveFilesAsync(IReadOnlyList<MediaFile> files, Func<MediaFile, string> pathOf, CancellationToken cancellation)
    {
        foreach (var some in files.Chunk(500))
        {
            // A file that comes back to an earlier path of its own needs no alias there any more.
            List<string> wanted = [.. some.Select(pathOf)];
            var taken = await db.Set<MediaAlias>().Where(alias => wanted.Contains(alias.Path)).ToDictionaryAsync(alias => alias.Path, cancellation);
            foreach (var file in some)
            {
                var path = pathOf(file);
                if (taken.TryGetValue(path, out var alias))
                {
                    if (alias.FileId != file.Id)
                    {
                        throw new MediaRefusedException($"{path} is an earlier address of another file, to which links still lead.");
                    }

                    db.Remove(alias);
                }

                db.Add(new MediaAlias { Path = file.Path, FileId = file.Id });
                file.Path = path;
                file.Folder = MediaPaths.FolderOf(path);
                file.Revision++;
            }
        }
    }

    /// <summary>Removes a folder in which nothing is.</summary>
    /// <returns>False when something is in it.</returns>
    public async Task<bool> RemoveAsync(string folder, CancellationToken cancellation)
    {
        if (!await IsEmptyAsync(folder, cancellation))
        {
            return false;
        }

        await db.Set<MediaFolder>().Where(one => one.Path == folder).ExecuteDeleteAsync(cancellation);
        await events.PublishAsync(new MediaFolderChanged(folder, "", 0), cancellation);
        return true;
    }

    /// <summary>True when neither a file nor a folder is in a folder.</summary>
    public async Task<bool> IsEmptyAsync(string folder, CancellationToken cancellation)
    {
        var beginning = folder + "/";
        return !await db.Set<MediaFile>().AnyAsync(file => file.Path.StartsWith(beginning), cancellation)
            && !await db.Set<MediaFolder>().AnyAsync(one => one.Path.StartsWith(beginning), cancellation);
    }

    private static string PathOf(string inside, string name) =>
        MediaPaths.FolderName(name) is { Length: > 0 } last ? Checked(MediaPaths.Join(inside, last)) : throw new MediaRefusedException("Use letters or digits in the name.");

    // Room for the name of a file must be left.
    private static string Checked(string path) =>
        path.Length <= MediaFile.PathLength && MediaPaths.IsUsable(path) ? path : throw new MediaRefusedException("The path would be too long. Use a shorter name, or a folder further up.");
}
