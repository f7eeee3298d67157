using System.Data.Common;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>
/// Puts rows at the end of the audit's chain. It is done when all else of the transaction is done, just before the commit: the chain's order is the order of the
/// commits, and on PostgreSQL transactions wait for each other for that moment only, when none holds what another still needs.
/// </summary>
internal static class AuditChain
{
    private const int RowsAtOnce = 1000;

    // Any number will do, as long as every node of the portal asks for the same one.
    private const long ChainLock = 20_261_201;

    private static readonly string ReadEnd = "SELECT count, last_id, hash FROM audit_chain WHERE id = 1";
    private static readonly string LockAndReadEnd = string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"SELECT pg_advisory_xact_lock({ChainLock}); {ReadEnd}");

    private static readonly string[] Columns =
    [
        "id", "occurred_utc", "person_id", "person_name", "event", "subject_kind", "subject_id", "subject_name", "summary", "data", "changes", "reason", "hash",
    ];

    private static readonly string[] Types =
        ["bigint", "timestamptz", "text", "text", "text", "text", "text", "text", "text", "text", "text", "text", "bytea"];

    private static readonly string Insert =
        $"INSERT INTO audit_entry ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => $"@{column}"))})";

    private static readonly string InsertAll =
        $"INSERT INTO audit_entry ({string.Join(", ", Columns)}) SELECT * FROM unnest({string.Join(", ", Columns.Zip(Types, (column, type) => $"@{column}::{type}[]"))})";

    private const string SetEnd = "UPDATE audit_chain SET count = @count, last_id = @last_id, hash = @end WHERE id = 1";

    /// <summary>Waits until no other transaction writes at the chain, on PostgreSQL; the lock goes with the transaction.</summary>
    public static Task LockAsync(PortalDb db, CancellationToken cancellation) =>
        db.IsSqlite ? Task.CompletedTask : db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancellation);

    /// <summary>Gives rows their numbers and hashes and writes them, in the transaction that is about to be committed.</summary>
    public static async Task AppendAsync(PortalDb db, IReadOnlyList<AuditEntry> rows, CancellationToken cancellation)
    {
        var (count, lastId, hash) = await EndAsync(db, cancellation);
        foreach (var few in rows.Chunk(RowsAtOnce))
        {
            foreach (var row in few)
            {
                row.Id = ++lastId;
                hash = row.Hash = AuditHash.OfRow(hash, row);
            }

            count += few.Length;
            await (db.IsSqlite ? InsertOneByOneAsync(db, few, cancellation) : InsertTogetherAsync(db, few, count, cancellation));
        }

        if (db.IsSqlite)
        {
            await using var command = Command(db, SetEnd);
            AddEnd(command, count, rows[^1]);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>
    /// Begins the chain, once: rows of an audit that is older than the chain get their hashes in the order of their numbers.
    /// </summary>
    public static async Task BeginAsync(PortalDb db, CancellationToken cancellation)
    {
        if (await db.Set<AuditChainRow>().AnyAsync(cancellation))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await BeginHereAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Begins the chain in the transaction that is open, unless it has begun.</summary>
    public static async Task BeginHereAsync(PortalDb db, CancellationToken cancellation)
    {
        await LockAsync(db, cancellation);
        if (await db.Set<AuditChainRow>().AnyAsync(cancellation))
        {
            return;
        }

        var chain = new AuditChainRow { StartHash = AuditHash.Nothing, Hash = AuditHash.Nothing };
        for (List<AuditEntry> rows; (rows = await AfterAsync(chain.LastId)).Count > 0;)
        {
            foreach (var row in rows)
            {
                chain.Hash = row.Hash = AuditHash.OfRow(chain.Hash, row);
            }

            chain.Count += rows.Count;
            chain.LastId = rows[^1].Id;
            await AuditRows.UpdateAsync(db, rows, cancellation);
        }

        db.Add(chain);
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();

        Task<List<AuditEntry>> AfterAsync(long id) => AuditRows.ReadSomeAsync(db, id, RowsAtOnce, cancellation);
    }

    private static async Task<(long Count, long LastId, byte[] Hash)> EndAsync(PortalDb db, CancellationToken cancellation)
    {
        await using var command = Command(db, db.IsSqlite ? ReadEnd : LockAndReadEnd);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!db.IsSqlite)
        {
            await reader.NextResultAsync(cancellation);
        }

        return await reader.ReadAsync(cancellation)
            ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2))
            : throw new InvalidOperationException("The audit has no chain: the database was not brought to the newest schema.");
    }

    private static async Task InsertOneByOneAsync(PortalDb db, AuditEntry[] rows, CancellationToken cancellation)
    {
        await using var command = Command(db, Insert);
        foreach (var column in Columns)
        {
            Add(command, column, DBNull.Value);
        }

        foreach (var row in rows)
        {
            foreach (var (place, value) in Values(row).Index())
            {
                command.Parameters[place].Value = value ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    // The rows and the chain's new end go to PostgreSQL together: while they are on their way everybody else's commit waits.
    private static async Task InsertTogetherAsync(PortalDb db, AuditEntry[] rows, long count, CancellationToken cancellation)
    {
        await using var command = Command(db, $"{InsertAll}; {SetEnd}");
        Add(command, "id", Array.ConvertAll(rows, row => row.Id));
        Add(command, "occurred_utc", Array.ConvertAll(rows, row => row.OccurredUtc));
        foreach (var (column, value) in (ReadOnlySpan<(string, Converter<AuditEntry, string?>)>)
            [
                ("person_id", row => row.PersonId), ("person_name", row => row.PersonName), ("event", row => row.Event),
                ("subject_kind", row => row.SubjectKind), ("subject_id", row => row.SubjectId), ("subject_name", row => row.SubjectName),
                ("summary", row => row.Summary), ("data", row => row.Data), ("changes", row => row.Changes), ("reason", row => row.Reason),
            ])
        {
            Add(command, column, Array.ConvertAll(rows, value));
        }

        Add(command, "hash", Array.ConvertAll(rows, row => row.Hash));
        AddEnd(command, count, rows[^1]);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static object?[] Values(AuditEntry row) =>
    [
        row.Id, row.OccurredUtc, row.PersonId, row.PersonName, row.Event, row.SubjectKind, row.SubjectId, row.SubjectName, row.Summary, row.Data,
        row.Changes, row.Reason, row.Hash,
    ];

    private static void AddEnd(DbCommand command, long count, AuditEntry last)
    {
        Add(command, "count", count);
        Add(command, "last_id", last.Id);
        Add(command, "end", last.Hash);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

#pragma warning disable CA2100 // The text is put together of this class's own words.
    private static DbCommand Command(PortalDb db, string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }
#pragma warning restore CA2100
}
