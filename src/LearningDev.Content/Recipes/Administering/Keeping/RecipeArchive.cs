using System.Buffers.Binary;
using System.IO.Compression;
using LearningDev.Content.Recipes.Exporting;
using LearningDev.Platform.Data;

namespace LearningDev.Content.Recipes.Administering.Keeping;

/// <summary>Opens a recipe's file: the recipe itself, or a zip archive of the recipe and the files that it names, as Orchard Core's deployment packages are.</summary>
/// <param name="limits">How large a recipe may be.</param>
internal sealed class RecipeArchive(RecipeLimits limits)
{
    private const int LongestName = 400;
    private const int EndRecordLength = 22;

    /// <summary>Opens a file.</summary>
    /// <param name="bytes">The file's bytes. What they are shows in the bytes, not in the name.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="settings">What an archive may hold.</param>
    /// <param name="cancellation">Stops unpacking.</param>
    /// <returns>The recipe, with its files in a folder of its own that goes when it is disposed.</returns>
    /// <exception cref="RecipeException">It is no recipe, or an archive that is not accepted; the message says why.</exception>
    public async Task<OpenRecipe> OpenAsync(byte[] bytes, string fileName, RecipeSettings settings, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("learningdev-recipe-");
        try
        {
            if (!IsZip(bytes))
            {
                // The folder is empty: what is uploaded alone can name no file of this machine.
                return new OpenRecipe(Recipe.Parse(bytes, Path.Combine(folder.FullName, SafeName(fileName)), limits), folder);
            }

            await UnpackAsync(bytes, folder.FullName, settings, cancellation);
            var path = FindRecipe(folder.FullName);
            if (new FileInfo(path).Length > limits.MaximumBytes)
            {
                throw new RecipeException($"The recipe in {fileName} must be smaller than {limits.MaximumMegabytes}MB.");
            }

            return new OpenRecipe(Recipe.Parse(await File.ReadAllBytesAsync(path, cancellation), path, limits), folder);
        }
        catch (InvalidDataException fault)
        {
            folder.Delete(recursive: true);
            throw new RecipeException($"{fileName} is not a zip archive that can be read.", fault);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>True when the bytes begin as a zip archive does.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    private static async Task UnpackAsync(byte[] bytes, string folder, RecipeSettings settings, CancellationToken cancellation)
    {
        if (DeclaredEntries(bytes) > settings.ArchiveFiles)
        {
            throw TooManyFiles(settings);
        }

        await using var zip = await ZipArchive.CreateAsync(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, cancellation);
        if (zip.Entries.Count > settings.ArchiveFiles)
        {
            throw TooManyFiles(settings);
        }

        var left = settings.UnpackedMegabytes * 1024L * 1024;
        foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            var path = PathOf(entry.FullName, folder);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (Path.Exists(path))
            {
                throw new RecipeException($"The archive has the file {entry.FullName} twice.");
            }

            await using var from = await entry.OpenAsync(cancellation);
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            left -= await CopyAsync(from, to, left, cancellation)
                ?? throw new RecipeException($"Unpacked, the archive is larger than {settings.UnpackedMegabytes}MB.");
        }
    }

    /// <summary>Copies no more than allowed, whatever the archive says of its sizes; null when there is more.</summary>
    private static async Task<long?> CopyAsync(Stream from, Stream to, long most, CancellationToken cancellation)
    {
        var buffer = new byte[81_920];
        var copied = 0L;
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            copied += read;
            if (copied > most)
            {
                return null;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return copied;
    }

    private static string PathOf(string name, string folder)
    {
        var parts = name.Replace('\\', '/').Split('/');
        var path = Path.GetFullPath(Path.Combine([folder, .. parts]));
        return name.Length <= LongestName
            && Array.TrueForAll(parts, part => part.Length > 0 && part is not ("." or "..") && !part.Contains(':', StringComparison.Ordinal) && !part.Any(char.IsControl))
            && path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new RecipeException($"The archive has a file whose path is not accepted: {(name.Length <= LongestName ? name : name[..LongestName])}");
    }

    private static string FindRecipe(string folder)
    {
        var files = Directory.GetFiles(folder);
        if (Array.Find(files, file => string.Equals(Path.GetFileName(file), RecipeExport.NameInZip, StringComparison.OrdinalIgnoreCase)) is { } recipe)
        {
            return recipe;
        }

        var named = Array.FindAll(files, file => file.EndsWith(RecipeFiles.Ending, StringComparison.OrdinalIgnoreCase));
        return named.Length == 1 ? named[0] : throw new RecipeException($"The archive has no {RecipeExport.NameInZip}.");
    }

    /// <summary>The number of entries that the end of the archive tells, so that an archive of a million is refused before it is looked into.</summary>
    private static int DeclaredEntries(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.LastIndexOf("PK\u0005\u0006"u8);
        return end >= 0 && bytes.Length - end >= EndRecordLength ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]) : 0;
    }

    private static RecipeException TooManyFiles(RecipeSettings settings) => new($"The archive has more than {settings.ArchiveFiles:#,0} files.");

    private static string SafeName(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return name.Length == 0 || name.Any(char.IsControl) ? Identifiers.New() + RecipeFiles.Ending : name;
    }
}

/// <summary>A recipe that is open; dispose it when it has been run.</summary>
internal interface IOpenRecipe : IDisposable
{
    Recipe Recipe { get; }
}

/// <summary>A recipe that was uploaded, with a folder of its files.</summary>
internal sealed record OpenRecipe(Recipe Recipe, DirectoryInfo Folder) : IOpenRecipe
{
    public void Dispose() => Folder.Delete(recursive: true);
}

/// <summary>A recipe that lies where its files lie, which stay there.</summary>
internal sealed record PlainRecipe(Recipe Recipe) : IOpenRecipe
{
    public void Dispose()
    {
        // Nothing was unpacked.
    }
}
