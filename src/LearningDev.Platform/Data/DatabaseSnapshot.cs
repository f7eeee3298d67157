using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LearningDev.Platform.Data;

/// <summary>
/// Looks at the whole database as it is at one moment, while others go on writing: a read transaction of SQLite's write-ahead log, or one of PostgreSQL's at
/// REPEATABLE READ. Nothing is written through it.
/// </summary>
internal sealed class DatabaseSnapshot : IAsyncDisposable
{
    private readonly PortalDb db;
    private readonly DbTransaction transaction;

    private DatabaseSnapshot(PortalDb db, DbTransaction transaction)
    {
        this.db = db;
        this.transaction = transaction;
    }

    public bool IsSqlite => db.IsSqlite;

    /// <summary>Opens the look. The moment is that of the first command.</summary>
    public static async Task<DatabaseSnapshot> OpenAsync(PortalDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = db.Database.GetDbConnection();
        // A transaction of SQLite that is not deferred would keep all others from writing.
        return new DatabaseSnapshot(db, connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation));
    }

#pragma warning disable CA2100 // Callers put the text together of their own words and the model's names.
    public DbCommand Command(string text)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = text;
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        return command;
    }
#pragma warning restore CA2100

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.Database.CloseConnectionAsync();
    }
}
