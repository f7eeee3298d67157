using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting;
using LearningDev.Platform.Hosting.Keys;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Backups;

/// <summary>Copies the whole portal, as it is at one moment, into an archive that goes into either database (ADM-05). The portal may run meanwhile.</summary>
internal sealed class BackupMaking(PortalDb db, IEnumerable<IDerivedTables> derived, IEvents events, TimeProvider time)
{
    private const string KeyInTheClear = "<masterKey";
    private const string Unfinished = ".part";

    /// <summary>Makes a backup.</summary>
    /// <param name="path">The file, which must not exist. Until the backup is whole it has another name.</param>
    /// <param name="cancellation">Gives up; the unfinished file is deleted.</param>
    /// <exception cref="BackupRefusedException">The file exists, or the database has not the schema of this version.</exception>
    public async Task<BackupManifest> MakeAsync(string path, CancellationToken cancellation)
    {
        if (File.Exists(path))
        {
            throw new BackupRefusedException($"{path} exists already.");
        }

        if ((await db.Database.GetPendingMigrationsAsync(cancellation)).Any())
        {
            throw new BackupRefusedException("The database has not the schema of this version. Back it up with the version that runs on it.");
        }

        BackupManifest manifest;
        var unfinished = path + Unfinished;
        await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            manifest = await WriteAsync(file, cancellation);
            await BackupArchive.SealAsync(file, cancellation);
        }

        var bytes = new FileInfo(unfinished).Length;
        File.Move(unfinished, path);
        await events.PublishAsync(new BackupMade(Path.GetFileName(path), manifest.Rows, bytes), CancellationToken.None);
        return manifest;
    }

    private async Task<BackupManifest> WriteAsync(FileStream file, CancellationToken cancellation)
    {
        var schema = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Select(SchemaNames.Of).Order(StringComparer.Ordinal).ToList();
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = BackupArchive.NoSum };
        await using var snapshot = await DatabaseSnapshot.OpenAsync(db, cancellation);
        List<BackupTableSum> tables = [];
        var keysLeftOut = false;
        foreach (var table in BackupTable.Of(db, [.. derived]))
        {
            var (sum, leftOut) = await WriteTableAsync(archive, snapshot, table, cancellation);
            tables.Add(sum);
            keysLeftOut |= leftOut;
        }

        var manifest = new BackupManifest(
            BackupManifest.TheForm, PortalVersion.Informational, schema, db.IsSqlite ? "SQLite" : "PostgreSQL", time.GetUtcNow().UtcDateTime, keysLeftOut, tables);
        await using var entry = await archive.CreateEntry(BackupArchive.Manifest).OpenAsync(cancellation);
        await JsonSerializer.SerializeAsync(entry, manifest, PortalJson.Indented, cancellation);
        return manifest;
    }

    private static async Task<(BackupTableSum Sum, bool KeysLeftOut)> WriteTableAsync(
        ZipArchive archive, DatabaseSnapshot snapshot, BackupTable table, CancellationToken cancellation)
    {
        var columns = string.Join(", ", table.Columns.Select(column => BackupTable.Quote(column.Name)));
        await using var command = snapshot.Command(
            $"SELECT {columns} FROM {BackupTable.Quote(table.Name)} ORDER BY {string.Join(", ", table.Key.Select(key => Ordered(table, key, snapshot.IsSqlite)))}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await using var entry = await archive.CreateEntry(BackupArchive.EntryOf(table.Name), CompressionLevel.Fastest).OpenAsync(cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var line = new MemoryStream();
        await using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = PortalJson.Compact.Encoder });
        var (rows, leftOut) = (0L, false);
        while (await reader.ReadAsync(cancellation))
        {
            // Whoever had the backup could make a cookie with such a key.
            if (table.Name == KeyProtection.Table && IsInTheClear(table, reader))
            {
                leftOut = true;
                continue;
            }

            line.SetLength(0);
            json.Reset();
            json.WriteStartArray();
            foreach (var (place, column) in table.Columns.Index())
            {
                BackupValues.Write(json, reader, place, column.Type);
            }

            json.WriteEndArray();
            await json.FlushAsync(cancellation);
            line.WriteByte((byte)'\n');
            hash.AppendData(line.GetBuffer(), 0, (int)line.Length);
            await entry.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellation);
            rows++;
        }

        return (new BackupTableSum(table.Name, [.. table.Columns.Select(column => column.Name)], rows, Convert.ToHexStringLower(hash.GetHashAndReset())), leftOut);
    }

    private static bool IsInTheClear(BackupTable table, System.Data.Common.DbDataReader row) => table.Columns.Index().Any(column =>
        column.Item.Type == typeof(string) && !row.IsDBNull(column.Index) && row.GetString(column.Index).Contains(KeyInTheClear, StringComparison.Ordinal));

    // By bytes on both databases, so that the lines have one order.
    private static string Ordered(BackupTable table, string key, bool isSqlite) =>
        !isSqlite && table.Columns.Single(column => column.Name == key).Type == typeof(string) ? $"{BackupTable.Quote(key)} COLLATE \"C\"" : BackupTable.Quote(key);
}

/// <summary>A schema's migrations by name: their numbers may differ between the databases.</summary>
internal static class SchemaNames
{
    public static string Of(string migration) => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..];
}

/// <summary>A backup was made.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Bytes">Its size.</param>
public sealed record BackupMade(string File, long Rows, long Bytes) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Backup", "", File);

    /// <inheritdoc />
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"Made the backup {File}: {Rows} rows, {Bytes} bytes");
}
