using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LearningDev.Platform.Data;

namespace LearningDev.Platform.Backups;

/// <summary>What a backup holds, as its file manifest.json says it.</summary>
/// <param name="Form">The form of the archive; 1.</param>
/// <param name="Version">The build that made it.</param>
/// <param name="Schema">The migrations that its database had, by name without their numbers: the same on both databases.</param>
/// <param name="Product">The database that it was made of.</param>
/// <param name="MadeUtc">When.</param>
/// <param name="KeysLeftOut">True when the keys were not encrypted and are therefore not in it.</param>
/// <param name="Tables">The tables.</param>
internal sealed record BackupManifest(
    int Form, string Version, IReadOnlyList<string> Schema, string Product, DateTime MadeUtc, bool KeysLeftOut, IReadOnlyList<BackupTableSum> Tables)
{
    public const int TheForm = 1;

    public long Rows => Tables.Sum(table => table.Rows);
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns, in the order of a row's values.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">The SHA-256 of its lines, in hexadecimal.</param>
internal sealed record BackupTableSum(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);

/// <summary>A backup is not whole, or cannot be restored here; the message says why.</summary>
/// <param name="message">Why.</param>
public sealed class BackupRefusedException(string message) : Exception(message);

/// <summary>
/// A backup as a file: a zip archive with manifest.json and, for each table, a JSON array a line for each row. Its comment, which is the end of the file, is the SHA-256 of all
/// before it: any byte that is changed shows.
/// </summary>
internal static class BackupArchive
{
    public const string Manifest = "manifest.json";
    private const int SumLength = SHA256.HashSizeInBytes * 2;

    /// <summary>What stands for the sum until the archive is written.</summary>
    public static string NoSum { get; } = new('0', SumLength);

    public static string EntryOf(string table) => $"tables/{table}.jsonl";

    /// <summary>Writes the sum into the archive's end.</summary>
    public static async Task SealAsync(FileStream file, CancellationToken cancellation)
    {
        var sum = await SumAsync(file, cancellation);
        file.Position = file.Length - SumLength;
        await file.WriteAsync(Encoding.ASCII.GetBytes(sum), cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Opens a backup after checking that it is whole and that each table is as the manifest says.</summary>
    /// <exception cref="BackupRefusedException">It is not.</exception>
    public static async Task<(ZipArchive Archive, BackupManifest Manifest)> OpenAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new BackupRefusedException($"There is no file {path}.");
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            await RequireSumAsync(file, cancellation);
            var archive = new ZipArchive(file, ZipArchiveMode.Read);
            return (archive, await ReadManifestAsync(archive, cancellation));
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException)
        {
            await file.DisposeAsync();
            throw new BackupRefusedException($"{path} is no backup of the portal: {fault.Message}");
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads the lines of every table and compares them with the manifest.</summary>
    /// <exception cref="BackupRefusedException">A table is not as the manifest says.</exception>
    public static async Task RequireTablesAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var table in manifest.Tables)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var rows = 0L;
            await using var lines = await OpenTableAsync(archive, table.Name, cancellation);
            var buffer = new byte[81920];
            for (int read; (read = await lines.ReadAsync(buffer, cancellation)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                rows += buffer.AsSpan(0, read).Count((byte)'\n');
            }

            if (rows != table.Rows || Convert.ToHexStringLower(hash.GetHashAndReset()) != table.Sha256)
            {
                throw new BackupRefusedException($"The table {table.Name} is not as the backup's manifest says.");
            }
        }
    }

    public static Task<Stream> OpenTableAsync(ZipArchive archive, string table, CancellationToken cancellation) =>
        archive.GetEntry(EntryOf(table))?.OpenAsync(cancellation) ?? throw new BackupRefusedException($"The table {table} is missing in the backup.");

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive archive, CancellationToken cancellation)
    {
        await using var stream = await (archive.GetEntry(Manifest)?.OpenAsync(cancellation) ?? throw new BackupRefusedException("The backup has no manifest."));
        var manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(stream, PortalJson.Indented, cancellation);
        return manifest is { Form: BackupManifest.TheForm } ? manifest : throw new BackupRefusedException($"The backup is of the form {manifest?.Form}, which this version does not read.");
    }

    private static async Task RequireSumAsync(FileStream file, CancellationToken cancellation)
    {
        if (file.Length < SumLength)
        {
            throw new BackupRefusedException("The file is too short to be a backup.");
        }

        var sum = await SumAsync(file, cancellation);
        file.Position = file.Length - SumLength;
        var end = new byte[SumLength];
        await file.ReadExactlyAsync(end, cancellation);
        if (Encoding.ASCII.GetString(end) != sum)
        {
            throw new BackupRefusedException("The file is not whole, or was changed: its check sum is another.");
        }

        file.Position = 0;
    }

    private static async Task<string> SumAsync(FileStream file, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        file.Position = 0;
        var left = file.Length - SumLength;
        var buffer = new byte[81920];
        while (left > 0)
        {
            var read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, left)), cancellation);
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
