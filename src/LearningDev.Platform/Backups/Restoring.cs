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

/// <summary>Puts a backup into the database, all of it in one transaction or nothing (ADM-05). The backup may come from the other database, and from an older version.</summary>
internal sealed class Restoring(PortalDb db, IEnumerable<IDerivedTables> derived, AuditVerifier verifier, IEvents events)
{
    private IReadOnlyCollection<IDerivedTables> Derived => [.. derived];

    private BackupTable KeyTable => BackupTable.Of(db, Derived).First(table => table.Name == KeyProtection.Table);

    /// <summary>Restores a backup, fills what follows from it, and checks the audit.</summary>
    /// <param name="path">The backup.</param>
    /// <param name="replace">True to put it in the place of the portal that the database holds.</param>
    /// <param name="cancellation">Gives up; nothing is changed then.</param>
    /// <exception cref="BackupRefusedException">The backup is not whole or of a newer version, or the database is not empty.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, bool replace, CancellationToken cancellation)
    {
        var (archive, manifest) = await BackupArchive.OpenAsync(path, cancellation);
        using (archive)
        {
            await BackupArchive.RequireTablesAsync(archive, manifest, cancellation);
            var schema = await BackupSchema.OfAsync(db, manifest, cancellation);
            var tables = schema.TablesOf(manifest, Derived);
            if (!replace && (await db.Users.AnyAsync(cancellation) || await db.Roles.AnyAsync(cancellation)))
            {
                throw new BackupRefusedException("The database holds a portal already.");
            }

            await db.Database.OpenConnectionAsync(cancellation);
            Source source = new(archive, manifest, schema, tables, Path.GetFileName(path));
            await (db.IsSqlite ? RestoreIntoSqliteAsync(source, cancellation) : RestoreIntoPostgresAsync(source, cancellation));
        }

        foreach (var one in derived)
        {
            await one.FillAsync(CancellationToken.None);
        }

        return await verifier.VerifyAsync(known: null, CancellationToken.None) is { Fault: { } fault }
            ? throw new BackupRefusedException($"The backup is restored, but the audit in it was not sound when it was made: {fault}")
            : manifest;
    }

    // SQLite keeps RESTRICT at every statement, whatever is deferred; so the references are off, and looked at before the commit.
    private async Task RestoreIntoSqliteAsync(Source source, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF", cancellation);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            var keys = await EmptyAsync(source, cancellation);
            await WriteAsync(source, cancellation);
            await GoOnAsync(source, keys, cancellation);
            await using (var check = db.Command("SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"))
            {
                if (await check.ExecuteScalarAsync(cancellation) is string broken)
                {
                    throw new BackupRefusedException($"A row of the table {broken} refers to one that is not there.");
                }
            }

            await EndAsync(transaction, source);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = ON", CancellationToken.None);
        }
    }

    // PostgreSQL checks references as rows come; so they are taken away and made again, which checks them all.
    private async Task RestoreIntoPostgresAsync(Source source, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var keys = await EmptyAsync(source, cancellation);
        List<(string Table, string Name, string Definition)> references = [];
        await using (var command = db.Command(
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
            await db.RunAsync($"ALTER TABLE {table} DROP CONSTRAINT {BackupTable.Quote(name)}", cancellation);
        }

        await WriteAsync(source, cancellation);
        foreach (var (table, name, definition) in references)
        {
            await db.RunAsync($"ALTER TABLE {table} ADD CONSTRAINT {BackupTable.Quote(name)} {definition}", cancellation);
        }

        await GoOnAsync(source, keys, cancellation);
        await db.RunAsync(
            """
            DO $$ DECLARE own record; BEGIN
                FOR own IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
                    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
                        quote_ident(own.table_name), own.column_name, own.column_name, own.table_name);
                END LOOP;
            END $$
            """,
            cancellation);
        await EndAsync(transaction, source);
    }

    /// <summary>Empties all tables and gives them the schema of the backup. Answers with the keys that were there.</summary>
    private async Task<List<object?[]>> EmptyAsync(Source source, CancellationToken cancellation)
    {
        await AuditChain.LockAsync(db, cancellation);
        var keys = await KeysAsync(cancellation);
        foreach (var one in derived)
        {
            await one.EmptyAsync(db, cancellation);
        }

        var names = BackupTable.Of(db, Derived).Select(table => BackupTable.Quote(table.Name));
        await db.RunAsync(db.IsSqlite ? string.Join("; ", names.Select(name => $"DELETE FROM {name}")) : $"TRUNCATE {string.Join(", ", names)} CASCADE", cancellation);
        if (!source.Schema.IsNewest)
        {
            await source.Schema.GoBackAsync(cancellation);
        }

        return keys;
    }

    private async Task WriteAsync(Source source, CancellationToken cancellation)
    {
        foreach (var table in source.Tables)
        {
            var sum = source.Manifest.Tables.First(one => one.Name == table.Name);
            await using var lines = await BackupArchive.OpenTableAsync(source.Archive, table.Name, cancellation);
            var written = await WriteAsync(table, ReadAsync(lines, table), cancellation);
            if (written != sum.Rows)
            {
                throw new BackupRefusedException($"{written} rows of the table {table.Name} were written, and the backup has {sum.Rows}.");
            }
        }
    }

    /// <summary>Brings what was written to the newest schema.</summary>
    private async Task GoOnAsync(Source source, List<object?[]> keys, CancellationToken cancellation)
    {
        if (!source.Schema.IsNewest)
        {
            await source.Schema.GoOnAsync(cancellation);
        }

        // A backup without keys leaves those that were here, so that nobody is signed out for nothing.
        if (source.Manifest.Tables.FirstOrDefault(one => one.Name == KeyProtection.Table) is null or { Rows: 0 })
        {
            await WriteAsync(KeyTable, keys.ToAsyncEnumerable(), cancellation);
        }
    }

    private async Task<List<object?[]>> KeysAsync(CancellationToken cancellation)
    {
        await using var command = db.Command($"SELECT {string.Join(", ", KeyTable.Columns.Select(column => BackupTable.Quote(column.Name)))} FROM {BackupTable.Quote(KeyTable.Name)}");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<object?[]> keys = [];
        while (await reader.ReadAsync(cancellation))
        {
            keys.Add([.. Enumerable.Range(0, reader.FieldCount).Select(place => reader.IsDBNull(place) ? null : reader.GetValue(place))]);
        }

        return keys;
    }

    private async Task EndAsync(IDbContextTransaction transaction, Source source)
    {
        await events.PublishAsync(new PortalRestored(source.File, source.Manifest.MadeUtc), CancellationToken.None);
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

    private Task<long> WriteAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation) =>
        db.IsSqlite ? InsertAsync(table, rows, cancellation) : CopyAsync(table, rows, cancellation);

    private async Task<long> InsertAsync(BackupTable table, IAsyncEnumerable<object?[]> rows, CancellationToken cancellation)
    {
        await using var command = db.Command(
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

    private sealed record Source(ZipArchive Archive, BackupManifest Manifest, BackupSchema Schema, IReadOnlyList<BackupTable> Tables, string File);
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
