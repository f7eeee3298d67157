using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using LearningDev.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Platform.Audit.Chain;

/// <summary>
/// Reads rows of the audit as the database keeps them, strictly: what could not have been written by the portal is a fault, and not read as something near it.
/// </summary>
internal static class AuditRows
{
    // As Microsoft.Data.Sqlite writes a moment.
    private const string SqliteMoment = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private const string Select =
        """
        SELECT id, occurred_utc, person_id, person_name, event, subject_kind, subject_id, subject_name, summary, data, changes, reason, hash, details_hash
        FROM audit_entry WHERE id > @after ORDER BY id
        """;

    /// <summary>Reads all rows in their order, one at a time.</summary>
    /// <exception cref="FormatException">A row holds what no row can hold.</exception>
    public static async IAsyncEnumerable<AuditEntry> ReadAllAsync(DatabaseSnapshot snapshot, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var command = snapshot.Command(Select);
        After(command, long.MinValue);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return Read(reader, snapshot.IsSqlite, moment => moment);
        }
    }

    /// <summary>Reads the next rows behind a number, in the transaction that is open. Their moments are cut to microseconds.</summary>
    public static async Task<List<AuditEntry>> ReadSomeAsync(PortalDb db, long after, int most, CancellationToken cancellation)
    {
        List<AuditEntry> rows = [];
        await using var command = Command(db, $"{Select} LIMIT {most.ToString(CultureInfo.InvariantCulture)}");
        After(command, after);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Read(reader, db.IsSqlite, AuditEntry.ToMicroseconds));
        }

        return rows;
    }

    /// <summary>Writes the hashes of rows that had none yet, and their moments.</summary>
    public static async Task UpdateAsync(PortalDb db, IReadOnlyList<AuditEntry> rows, CancellationToken cancellation)
    {
        if (!db.IsSqlite)
        {
            await using var all = Command(
                db, "UPDATE audit_entry SET hash = chained.hash FROM unnest(@ids, @hashes) AS chained (id, hash) WHERE audit_entry.id = chained.id");
            Parameter(all, "ids").Value = rows.Select(row => row.Id).ToArray();
            Parameter(all, "hashes").Value = rows.Select(row => row.Hash).ToArray();
            await all.ExecuteNonQueryAsync(cancellation);
            return;
        }

        await using var command = Command(db, "UPDATE audit_entry SET hash = @hash, occurred_utc = @occurred WHERE id = @id");
        var (hash, occurred, id) = (Parameter(command, "hash"), Parameter(command, "occurred"), Parameter(command, "id"));
        foreach (var row in rows)
        {
            (hash.Value, occurred.Value, id.Value) = (row.Hash, row.OccurredUtc, row.Id);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static AuditEntry Read(DbDataReader reader, bool isSqlite, Func<DateTime, DateTime> moment) => new()
    {
        Id = reader.GetInt64(0),
        OccurredUtc = moment(isSqlite ? Moment(reader.GetString(1)) : reader.GetDateTime(1)),
        PersonId = reader.IsDBNull(2) ? null : reader.GetString(2),
        PersonName = reader.GetString(3),
        Event = reader.GetString(4),
        SubjectKind = reader.GetString(5),
        SubjectId = reader.GetString(6),
        SubjectName = reader.GetString(7),
        Summary = reader.GetString(8),
        Data = reader.GetString(9),
        Changes = reader.GetString(10),
        Reason = reader.GetString(11),
        Hash = reader.GetFieldValue<byte[]>(12),
        DetailsHash = reader.IsDBNull(13) ? null : reader.GetFieldValue<byte[]>(13),
    };

    // A moment that is written otherwise than it was, such as with a T in the middle, is a change too, though it means the same.
    private static DateTime Moment(string text)
    {
        var moment = DateTime.ParseExact(text, SqliteMoment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        return moment.ToString(SqliteMoment, CultureInfo.InvariantCulture) == text ? moment : throw new FormatException($"\"{text}\" is no moment.");
    }

    private static void After(DbCommand command, long id) => Parameter(command, "after").Value = id;

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
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
