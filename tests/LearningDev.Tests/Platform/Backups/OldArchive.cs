using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using LearningDev.Platform.Backups;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace LearningDev.Tests.Platform.Backups;

/// <summary>Makes a backup as the version made it whose schema a database has.</summary>
internal static class OldArchive
{
    /// <param name="services">Services on the database.</param>
    /// <param name="path">The backup's file.</param>
    /// <param name="emptied">A table whose rows are left out.</param>
    /// <param name="alsoMigrated">A migration that the backup says it has besides.</param>
    public static async Task MakeAsync(IServiceProvider services, string path, string? emptied = null, string? alsoMigrated = null)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var applied = (await db.Database.GetAppliedMigrationsAsync()).ToList();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true) { Comment = BackupArchive.NoSum })
        {
            List<BackupTableSum> sums = [];
            foreach (var table in BackupTable.OfLater([.. applied.Select(migration => ModelAfter(db, migration))], [.. scope.ServiceProvider.GetServices<IDerivedTables>()]))
            {
                sums.Add(await WriteAsync(archive, db, table, table.Name == emptied));
            }

            List<string> schema = [.. applied.Select(SchemaNames.Of), .. alsoMigrated is null ? (string[])[] : [alsoMigrated]];
            var manifest = new BackupManifest(
                BackupManifest.TheForm, "0.9.0", [.. schema.Order(StringComparer.Ordinal)], db.IsSqlite ? "SQLite" : "PostgreSQL", DateTime.UtcNow, KeysLeftOut: true, sums);
            await using var entry = await archive.CreateEntry(BackupArchive.Manifest).OpenAsync();
            await JsonSerializer.SerializeAsync(entry, manifest, PortalJson.Indented);
        }

        await BackupArchive.SealAsync(file, CancellationToken.None);
    }

    private static IModel ModelAfter(PortalDb db, string migration)
    {
        var assembly = db.GetService<IMigrationsAssembly>();
        return db.GetService<IModelRuntimeInitializer>().Initialize(
            assembly.CreateMigration(assembly.Migrations[migration], db.Database.ProviderName!).TargetModel, designTime: true, validationLogger: null);
    }

    private static async Task<BackupTableSum> WriteAsync(ZipArchive archive, PortalDb db, BackupTable table, bool emptied)
    {
        var lines = new MemoryStream();
        var rows = 0L;
        await db.Database.OpenConnectionAsync();
        await using (var command = db.Command($"SELECT {string.Join(", ", table.Columns.Select(column => BackupTable.Quote(column.Name)))} FROM {BackupTable.Quote(table.Name)}"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (!emptied && await reader.ReadAsync())
            {
                await using var json = new Utf8JsonWriter(lines);
                json.WriteStartArray();
                foreach (var (place, column) in table.Columns.Index())
                {
                    BackupValues.Write(json, reader, place, column.Type);
                }

                json.WriteEndArray();
                await json.FlushAsync();
                lines.WriteByte((byte)'\n');
                rows++;
            }
        }

        await using var entry = await archive.CreateEntry(BackupArchive.EntryOf(table.Name)).OpenAsync();
        await entry.WriteAsync(lines.ToArray());
        return new BackupTableSum(table.Name, [.. table.Columns.Select(column => column.Name)], rows, Convert.ToHexStringLower(SHA256.HashData(lines.ToArray())));
    }
}
