using System.Data;
using LearningDev.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LearningDev.Content.Recipes.Exporting;

/// <summary>A transaction that only reads: all its queries see the database as it is at one moment, and nobody waits for it.</summary>
internal static class ReadSnapshot
{
    /// <summary>Begins one; within a transaction that is open already it changes nothing and returns null.</summary>
    public static async Task<IDbContextTransaction?> BeginAsync(PortalDb db, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return null;
        }

        if (!db.IsSqlite)
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        }

        // EF Core's own transactions on SQLite take the right to write at once, and keep everybody else from writing.
        await db.Database.OpenConnectionAsync(cancellation);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new Closing((await db.Database.UseTransactionAsync(transaction, cancellation))!, transaction, db);
    }

    /// <summary>EF Core does not own a transaction that it was given, so it is ended here.</summary>
    private sealed class Closing(IDbContextTransaction inner, SqliteTransaction transaction, PortalDb db) : IDbContextTransaction
    {
        public Guid TransactionId => inner.TransactionId;

        public void Commit() => inner.Commit();

        public Task CommitAsync(CancellationToken cancellationToken = default) => inner.CommitAsync(cancellationToken);

        public void Rollback() => inner.Rollback();

        public Task RollbackAsync(CancellationToken cancellationToken = default) => inner.RollbackAsync(cancellationToken);

        public void Dispose()
        {
            inner.Dispose();
            transaction.Dispose();
            db.Database.CloseConnection();
        }

        public async ValueTask DisposeAsync()
        {
            await inner.DisposeAsync();
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
