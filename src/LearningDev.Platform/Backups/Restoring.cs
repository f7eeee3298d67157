using System.Data.Common;
using System.IO.Compression;
using System.Text.Json;
using LearningDev.Platform.Audit.Chain;
using LearningDev.Platform.Data;
using LearningDev.Platform.Events;
using LearningDev.Platform.Hosting.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LearningDev.Platform.Backups;

/// <summary>Puts a backup into the database, all of it in one transaction or nothing (ADM-05). The backup may come from the other database.</summary>
internal sealed class Restoring(PortalDb db, IEnumerable<IDerivedTables> derived, AuditVerifier verifier, IEvents events)
{
    private IReadOnlyList<BackupTable> Tables => BackupTable.Of(db, [.. derived]);

    /// <summary>Restores a backup, fills what follows from it, and checks the audit.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="replace">True to put it in the place of the portal that the database holds.</param>
    /// <param name="cancellation">Gives up; nothing is changed then.</param>
    /// <exception cref="BackupRefusedException">The backup is not whole or of another version, or the database is not empty.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, bool replace, CancellationToken cancellation)
    {
        var (archive, manifest) = await BackupArchive.OpenAsync(path, cancellation);
        using (archive)
        {
            await BackupArchive.RequireTablesAsync(archive, manifest, cancellation);
            await RequireSchemaAsync(manifest, cancellation);
            if (!replace && (await db.Users.AnyAsync(cancellation) || await db.Roles.AnyAsync(cancellation)))
            {
                throw new BackupRefusedException("The database holds a portal already.");
            }

            await db.Database.OpenConnectionAsync(cancellation);
            await (db.IsSqlite ? RestoreIntoSqliteAsync(archive, manifest, path, cancellation) : RestoreIntoPostgresAsync(archive, manifest, path, cancellation));
        }

        foreach (var one in derived)
        {
            await one.FillAsync(CancellationToken.None);
        }

        return await verifier.VerifyAsync(known: null, CancellationToken.None) is { Fault: { } fault }
            ? throw new BackupRefusedException($"The backup is restored, but the audit in it was not sound when it was made: {fault}")
            : manifest;
    }

    private async Task RequireSchemaAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        var own = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Select(SchemaNames.Of).Order(StringComparer.Ordinal);
        if (!own.SequenceEqual(manifest.Schema))
        {
            throw new BackupRefusedException(
                $"The backup has the schema of version {manifest.Version}, and this version has another. Restore it with that version, and bring it up to date afterwards.");
        }

        if (Tables.FirstOrDefault(table => manifest.Tables.FirstOrDefault(one => one.Name == table.Name) is not { } found
            || !found.Columns.SequenceEqual(table.Columns.Select(column => column.Name))) is { } wrong)
        {
            throw new BackupRefusedException($"The backup has the table {wrong.Name} otherwise than this version.");
        }
    }

    // SQLite keeps RESTRICT at every statement, whatever is deferred; so the references are off, and looked at before the commit.
    private async Task RestoreIntoSqliteAsync(ZipArchive archive, BackupManifest manifest, string path, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", cancellation);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await WriteAsync(archive, manifest, cancellation);
            await using (var check = Command("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"))
            {
                if (await check.ExecuteScalarAsync(cancellation) is string broken)
                {
                    throw new BackupRefusedException($"A row of the table {broken} refers to one that is not there.");
                }
            }

            await EndAsync(transaction, manifest, path);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
        }
    }

    // PostgreSQL checks references as rows come; so they are taken away and made again, which checks them all.
    private async Task RestoreIntoPostgresAsync(ZipArchive archive, BackupManifest manifest, string path, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        List<(string Table, string Name, string Definition)> references = [];
        await using (var command = Command(
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                references.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
            }
        }

        foreach (var (table, name, _) in references)
        {
            await RunAsync($"ALTER TABLE {table} DROP CONSTRAINT {BackupTable.Quote(name)}", cancellation);
        }

        await WriteAsync(archive, manifest, cancellation);
        foreach (var (table, name, definition) in references)
        {
            await RunAsync($"ALTER TABLE {table} ADD CONSTRAINT {BackupTable.Quote(name)} {definition}", cancellation);
        }

        await RunAsync(
            """
            DO $$ DECLARE own record; BEGIN
                FOR own IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
                    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
                        quote_ident(own.table_name), own.column_name, own.column_name, own.table_name);
                END LOOP;
            END $$
            """,
            cancellation);
        await EndAsync(transaction, manifest, path);
    }

    private async Task WriteAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        await AuditChain.LockAsync(db, cancellation);
        foreach (var one in derived)
        {
            await one.EmptyAsync(db, cancellation);
        }

        foreach (var table in Tables)
        {
            var sum = manifest.Tables.First(one => one.Name == table.Name);
            // A backup without keys leaves those that are here, so that nobody is signed out for nothing.
            if (table.Name == KeyProtection.Table && sum.Rows == 0)
            {
                continue;
            }

            await RunAsync($"DELETE FROM {BackupTable.Quote(table.Name)}", cancellation);
            await using var lines = await BackupArchive.OpenTableAsync(archive, table.Name, cancellation);
            var rows = ReadAsync(lines, table);
            var written = await (db.IsSqlite ? InsertAsync(table, rows, cancellation) : CopyAsync(table, rows, cancellation));
            if (written != sum.Rows)
            {
                throw new BackupRefusedException($"{written} rows of the table {table.Name} were written, and the backup has {sum.Rows}.");
            }
        }
    }

    private async Task EndAsync(IDbContextTransaction transaction, BackupManifest manifest, string path)
    {
        await events.PublishAsync(new PortalRestored(Path.GetFileName(path), manifest.MadeUtc), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static async IAsyncEnumerable<object?[]> ReadAsync(Stream lines, BackupTable table)
    {
        using var reader = new StreamReader(lines);
        while (await reader.ReadLineAsync() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return [.. json.RootElement.EnumerateArray().Zip(table.Columns, (value, column) => BackupValues.Read(value, column.Type))];
        }
    }

    private async Task<long> InsertAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = Command(
            $"INSERT INTO {BackupTable.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => BackupTable.Quote(column.Name)))}) VALUES ({string.Join(", ", table.Columns.Index().Select(column => $"@c{column.Index}"))})");
        foreach (var (place, _) in table.Columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@c{place}";
            command.Parameters.Add(parameter);
        }

        var written = 0L;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var (place, value) in row.Index())
            {
                command.Parameters[place].Value = value ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
            written++;
        }

        return written;
    }

    private async Task<long> CopyAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {BackupTable.Quote(table.Name)} ({string.Join(", ", table.Columns.Select(column => BackupTable.Quote(column.Name)))}) FROM STDIN (FORMAT BINARY)", cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await copy.StartRowAsync(cancellation);
            foreach (var (value, column) in row.Zip(table.Columns))
            {
                await (value is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(value, column.StoreType, cancellation));
            }
        }

        return (long)await copy.CompleteAsync(cancellation);
    }

    private async Task RunAsync(string sql, CancellationToken cancellation)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

#pragma warning disable CA2100 // The text is put together of the model's names and this class's own words.
    private DbCommand Command(string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
#pragma warning restore CA2100
}

/// <summary>A backup was put into the database.</summary>
/// <param name="File">The file's name.</param>
/// <param name="MadeUtc">When the backup was made.</param>
public sealed record PortalRestored(string File, DateTime MadeUtc) : IPortalEvent
{
    /// <inheritdoc />
    public AuditSubject Subject => new("Backup", "", File);

    /// <inheritdoc />
    public string Summary => $"Restored the backup {File}";
}
